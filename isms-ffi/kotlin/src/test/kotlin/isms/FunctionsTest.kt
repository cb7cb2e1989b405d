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
    fun `the schema is JSON`() {
        assertEquals("array", json.readTree(schema())["properties"]["losses"]["type"].textValue())
    }

    @Test
    fun `a code has its page`() {
        assertEquals("cycle", explain("cycle").code)
        val refused = assertThrows<IsmsException.Refused> { explain("cicle") }
        assertEquals("/code", refused.finding.path)
    }
}
