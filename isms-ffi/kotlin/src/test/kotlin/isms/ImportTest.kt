package isms

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A table becomes a document, with a report of what could not be taken as it stood. */
class ImportTest {
    private val table = """
        Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack
        35,2025,8,SD,Sudan,2,0,Shooting
    """.trimIndent().encodeToByteArray()

    @Test
    fun `an export of the Aid Worker Security Database`() {
        val imported = importAwsd(table)
        assertEquals(1UL, imported.answer.read)
        val totals = imported.answer.totals.associate { it.name to it.count }
        assertEquals(2UL, totals["killed"])
        assertTrue("wounded" in totals)
        assertNull(totals["wounded"], "the source does not say")
        val codes = awsdNotes().map { it.code }
        assertTrue(imported.notes.isNotEmpty() && imported.notes.all { it.code in codes })
        Register.open(imported.document).use { register ->
            assertNotNull(register.get("awsd-35-killed-national"))
        }
    }

    @Test
    fun `another file is refused`() {
        val refused = assertThrows<IsmsException.Refused> { importAwsd("PK\u0003\u0004...".encodeToByteArray()) }
        assertEquals("not_the_format", refused.finding.code)
    }
}
