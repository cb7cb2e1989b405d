package isms

import isms.core.Office
import isms.core.OscalExport
import isms.core.OscalImport
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A standard of OSCAL becomes a catalogue; results of it become a document of OSCAL. */
class OscalTest {
    private val standard = """
        {"catalog": {"metadata": {"title": "Radio rules", "version": "2", "oscal-version": "1.1.2"},
            "groups": [{"id": "r", "title": "Radios", "controls": [
                {"id": "r-1", "title": "Check", "parts": [{"name": "statement", "prose": "Check them."}]},
                {"id": "r-2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]},
                {"id": "r-3", "title": "Call"}]}]}}
    """.encodeToByteArray()

    private val register = """
        {"isms": "1", "agencies": [{"id": "ours", "title": "Our agency"}], "places": [{"id": "valley", "title": "The valley"}],
            "adoptions": [{"id": "a", "title": "Rules", "agency": "ours", "standard": "radio-rules"}],
            "verifications": [{"id": "v", "title": "Seen", "agency": "ours", "place": "valley",
                               "requirement": "radio-rules:r-1", "result": "partly", "date": "2026-03-14"}]}
    """.encodeToByteArray()

    @Test
    fun `a standard comes in`() {
        val imported = importOscal(standard)
        val totals = imported.answer.totals.associate { it.name to it.count }
        assertEquals(listOf(3UL, 1UL, 2UL), listOf("controls", "withdrawn", "requirements").map { totals[it] })
        val codes = oscalNotes().map { it.code }
        assertTrue(imported.notes.isNotEmpty() && imported.notes.all { it.code in codes })
        val text = imported.document.decodeToString()
        assertEquals("radio-rules", catalogs(own = listOf(text)).last().id)
    }

    @Test
    fun `it is named and placed`() {
        val options = OscalImport(name = "radio", place = """{"r": {"sector": "protection"}}""", language = "fr")
        assertNull(options.source)
        val imported = importOscal(standard, options)
        assertTrue(imported.answer.findings.none { it.code == "unplaced" || it.code == "name_made" })
        assertTrue("Check: Check them." in catalog("radio", own = listOf(imported.document.decodeToString())))
    }

    @Test
    fun `results go out`() {
        val own = listOf(importOscal(standard).document.decodeToString())
        val options = OscalExport("radio-rules", Office("ours", "valley"), "2026-06-30")
        Register.open(register).use { register ->
            val exported = exportOscal(register, options, own)
            assertEquals("red", exported.answer.label.tlp)
            val lacks = exported.answer.notCarried.associate { it.code to it.count }
            assertEquals(listOf(1UL, 1UL), listOf("partly", "not_known").map { lacks[it] })
            assertTrue(exported.notes.map { it.code }.all { code -> oscalExportNotes().any { it.code == code } })
            assertArrayEquals(exported.document, exportOscal(register, options, own).document)
            assertTrue("not-satisfied" in exported.document.decodeToString())
        }
    }

    @Test
    fun `another file is refused`() {
        val refused = assertThrows<IsmsException.Refused> { importOscal("<catalog/>".encodeToByteArray()) }
        assertEquals("not_the_format", refused.finding.code)
        val profile = """{"profile": {"imports": [{"href": "#x"}]}}""".encodeToByteArray()
        assertEquals("bad_request", assertThrows<IsmsException.Refused> { importOscal(profile) }.finding.code)
    }
}
