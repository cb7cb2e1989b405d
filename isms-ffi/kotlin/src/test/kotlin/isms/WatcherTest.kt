package isms

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Opening can be watched and stopped. */
class WatcherTest {
    private val records = (1..5000).joinToString(",") { """{"id": "f$it", "title": "Factor"}""" }
    private val bytes = """{"isms": "1", "risk_factors": [$records]}""".encodeToByteArray()

    @Test
    fun `it is told how far the call is`() {
        val steps = mutableListOf<ULong>()
        val register = Register.openWatched(bytes, object : Watcher {
            override fun step(done: ULong, total: ULong): Boolean {
                assertEquals(bytes.size.toULong(), total)
                return steps.add(done)
            }
        })
        assertEquals(5000UL, register.len())
        assertTrue(steps.isNotEmpty())
        assertEquals(steps.sorted(), steps)
    }

    @Test
    fun `it can stop the call`() {
        val refused = assertThrows<IsmsException.Refused> {
            Register.openWatched(bytes, object : Watcher {
                override fun step(done: ULong, total: ULong) = false
            })
        }
        assertEquals("stopped", refused.finding.code)
    }

    @Test
    fun `one that throws stops the call`() {
        val refused = assertThrows<IsmsException.Refused> {
            Register.openWatched(bytes, object : Watcher {
                override fun step(done: ULong, total: ULong): Boolean = error("no screen to show it on")
            })
        }
        assertEquals("stopped", refused.finding.code)
    }
}
