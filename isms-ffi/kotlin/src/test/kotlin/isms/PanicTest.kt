package isms

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A panic within the library ends the call, not the app. The call that panics is in no library that ships. */
class PanicTest {
    @Test
    fun `a panic is an exception`() {
        val found = assertThrows<Exception> { panicDrill() }
        assertEquals("a drill", found.message)
        // It is no refusal: those are answers, this is a fault of ours.
        assertFalse(found is IsmsException)
    }

    @Test
    fun `the library goes on`() {
        repeat(3) { assertThrows<Exception> { panicDrill() } }
        Register.open(sample().encodeToByteArray()).use { register -> assertEquals("tarsava", register.id()) }
    }
}
