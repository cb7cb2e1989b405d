package isms

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Calls that need no register, and what is done with the sample. */
class FunctionsTest {
    @Test
    fun `the sample opens and has findings`() {
        Register.open(sample().encodeToByteArray()).use { register ->
            val findings = register.check()
            assertTrue(findings.findings.isNotEmpty())
            assertTrue(findings.counts.error > 0UL)
        }
    }

    @Test
    fun `a review is a page too`() {
        val page = reviewPage(valley().review(), "valley.json")
        assertTrue(page.startsWith("INSIDE PAGE"))
        assertTrue("Valley office" in page)
    }

    @Test
    fun `the answers of a day are pages too`() {
        val response = document("response.json")
        assertTrue("WHAT CHANGED" in meetingPage(response.meeting("2026-05-01"), "response.json"))
        assertTrue("driver 3" in coverPage(response.assess("2026-05-01")))
        assertTrue("Mobile clinics" in goNoGoPage(response.goNoGo("clinics", "2026-05-01")))
    }

    @Test
    fun `what is no day is refused under its key`() {
        val refused = { call: () -> Unit -> assertThrows<IsmsException.Refused> { call() }.finding.path }
        assertEquals("/as_of", refused { valley().assess("May") })
        assertEquals("/since", refused { valley().meeting("2026-05-01", since = "May") })
    }

    @Test
    fun `the schema is JSON`() {
        assertEquals("array", json.readTree(schema())["properties"]["losses"]["type"].textValue())
    }

    @Test
    fun `a code has its page`() {
        assertEquals("cycle", explain("cycle").code)
        val refused = assertThrows<IsmsException.Refused> { explain("cicle") }
        assertEquals("/code", refused.finding.path)
    }

    @Test
    fun `catalogues are listed, shown and checked`() {
        assertTrue(catalogs().map { it.id }.containsAll(listOf("isms", "unsms", "red-cross", "terms")))
        val isms = catalog("isms")
        assertEquals(isms, catalog("isms", "1"))
        assertTrue(checkCatalog(isms).findings.isEmpty())
        assertEquals("1", json.readTree(catalogSchema())["properties"]["isms_catalog"]["const"].textValue())
    }

    @Test
    fun `one of the user's own stands beside them`() {
        val ours = """{"isms_catalog": "1", "id": "isms", "edition": "2", "title": {"en": "Ours", "fr": "La nôtre"}}"""
        assertEquals("La nôtre", catalogs("fr", listOf(ours)).last().title)
        assertEquals("2", json.readTree(catalog("isms", own = listOf(ours)))["edition"].textValue())
        assertEquals(catalog("isms"), catalog("isms", "1", listOf(ours)))
        for (call in listOf<(List<String>) -> Any>({ catalogs(own = it) }, { catalog("isms", own = it) }, { checkCatalog(ours, it) }, { valley().assess("2026", catalogs = it) })) {
            val refused = assertThrows<IsmsException.Refused> { call(listOf(ours, "{}")) }
            assertEquals("not_a_catalog /catalogs/1/isms_catalog", "${refused.finding.code} ${refused.finding.path}")
        }
    }
}
