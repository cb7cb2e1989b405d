package isms

import isms.core.FactValue
import isms.core.Severity
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A refused call throws, with the finding that says why. */
class RefusalTest {
    @Test
    fun `a newer document`() {
        val refused = assertThrows<IsmsException.Refused> { document("newer.json") }
        assertEquals("newer_version", refused.finding.code)
        assertEquals("/isms", refused.finding.path)
        assertEquals(Severity.ERROR, refused.finding.severity)
        assertTrue(refused.finding.message.isNotEmpty())
    }

    @Test
    fun `an id that no record has`() {
        val refused = assertThrows<IsmsException.Refused> { valley().trace("drivr") }
        assertEquals("unknown_id", refused.finding.code)
        assertEquals(FactValue.Text("driver"), refused.finding.facts.single { it.name == "near" }.value)
    }

    @Test
    fun `a record outside the chain`() {
        val refused = assertThrows<IsmsException.Refused> { valley().trace("elders") }
        assertEquals("not_in_chain", refused.finding.code)
        assertEquals("/measures/0", refused.finding.path)
    }

    @Test
    fun `one id has no common causes`() {
        val refused = assertThrows<IsmsException.Refused> { valley().commonCauses(listOf("driver")) }
        assertEquals("bad_request", refused.finding.code)
        assertEquals("/ids", refused.finding.path)
    }

    @Test
    fun `a kind that is not known`() {
        val refused = assertThrows<IsmsException.Refused> { valley().ids("loss") }
        assertEquals("bad_request", refused.finding.code)
    }
}
