package isms

import isms.core.Fix
import isms.core.Loss
import isms.core.Office
import isms.core.OscalExport
import isms.core.Record
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows

/** Every slow call can be watched and stopped. */
class WatcherTest {
    private val losses = (1..3000).joinToString(",") { """{"id": "l$it", "title": "Loss", "causes": ["i"]}""" }
    private val bytes =
        """{"isms": "1", "agencies": [{"id": "a"}], "places": [{"id": "x"}],
            "adoptions": [{"id": "adopted", "agency": "a", "standard": "ours", "edition": "2"}],
            "verifications": [{"id": "v", "agency": "a", "place": "x", "requirement": "ours:r", "result": "met", "date": "2025"}],
            "programmes": [{"id": "p", "agency": "a", "place": "x"}], "incidents": [{"id": "i", "title": "Incident"}], "losses": [$losses]}""".encodeToByteArray()
    private val table = (
        "Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n" +
            (1..3000).joinToString("") { "$it,2025,8,SD,Sudan,2,0,Shooting\n" }
        ).encodeToByteArray()

    private val editions = listOf(
        """{"isms_catalog": "1", "id": "ours", "edition": "1", "requirements": [{"id": "r"}]}""",
        """{"isms_catalog": "1", "id": "ours", "edition": "2", "requirements": [{"id": "r"}], "replaces": {"edition": "1"}}""",
    )

    private val calls: Map<String, (Register, Watcher?) -> Any?> = mapOf(
        "open" to { _, watcher -> Register.open(bytes, watcher).len() },
        "save" to { register, watcher -> register.save(watcher).size },
        "digest" to { register, watcher -> register.digest(watcher) },
        "check" to { register, watcher -> register.check(watcher = watcher) },
        "assess" to { register, watcher -> register.assess("2026", watcher = watcher) },
        "diff" to { register, watcher -> register.diff("2025", "2026", watcher = watcher) },
        "meeting" to { register, watcher -> register.meeting("2026", watcher = watcher) },
        "goNoGo" to { register, watcher -> register.goNoGo("p", "2026", watcher = watcher) },
        "migrate" to { register, watcher -> register.migrate("ours", "2", "2026", catalogs = editions, watcher = watcher) },
        "exportOscal" to { register, watcher ->
            exportOscal(register, OscalExport("ours", Office("a", "x"), "2026"), editions, watcher).answer
        },
        "review" to { register, watcher -> register.review(watcher) },
        "ancestors" to { register, watcher -> register.ancestors(watcher) },
        "brokenTraces" to { register, watcher -> register.brokenTraces(watcher) },
        "trace" to { register, watcher -> register.trace("l1", watcher) },
        "paths" to { register, watcher -> register.paths("l1", watcher = watcher) },
        "commonCauses" to { register, watcher -> register.commonCauses(listOf("l1", "l2"), watcher) },
        "ask" to { register, watcher -> register.ask("""{"ask": "check"}""", watcher) },
        "extend" to { register, watcher -> register.extend((1..3000).map { loss("new$it") }, watcher) },
        "extendJson" to { register, watcher ->
            register.extendJson((1..3000).map { RecordText("losses", """{"id": "new$it"}""") }, watcher)
        },
        "apply" to { register, watcher -> register.apply((1..3000).map { Fix("l$it", "/note", "\"n\"") }, watcher) },
        "importAwsd" to { _, watcher -> importAwsd(table, watcher).answer },
    )

    /** Counts the steps, and stops at one of them; 0: at none. */
    private open class Steps(val stopAt: Int = 0) : Watcher {
        val told = mutableListOf<Pair<ULong, ULong>>()

        override fun step(done: ULong, total: ULong): Boolean {
            told += done to total
            return told.size != stopAt
        }
    }

    private fun each(test: (String, (Register, Watcher?) -> Any?) -> Unit) =
        calls.map { (name, call) -> DynamicTest.dynamicTest(name) { test(name, call) } }

    @TestFactory
    fun `it is told how far it is, to the end`() = each { name, call ->
        val steps = Steps()
        val answer = call(Register.open(bytes), steps)
        assertEquals(call(Register.open(bytes), null), answer)
        val done = steps.told.map { it.first }
        assertTrue(done.size >= 2, name)
        assertEquals(done.sorted(), done)
        assertEquals(setOf(done.last()), steps.told.map { it.second }.toSet())
    }

    @TestFactory
    fun `it stops at any step and leaves all as it was`() = each { _, call ->
        val register = Register.open(bytes)
        val before = register.save()
        for (stopAt in 1..2) {
            val steps = Steps(stopAt)
            val refused = assertThrows<IsmsException.Refused> { call(register, steps) }
            assertEquals("stopped", refused.finding.code)
            assertEquals(stopAt, steps.told.size)
            assertArrayEquals(before, register.save())
        }
    }

    @TestFactory
    fun `a watcher that throws stops it`() = each { _, call ->
        val refused = assertThrows<IsmsException.Refused> {
            call(Register.open(bytes), object : Watcher {
                override fun step(done: ULong, total: ULong): Boolean = error("no screen to show it on")
            })
        }
        assertEquals("stopped", refused.finding.code)
    }

    @TestFactory
    fun `a watcher may ask and edit the register`() = each { _, call ->
        val register = Register.open(bytes)
        call(register, object : Steps() {
            override fun step(done: ULong, total: ULong): Boolean {
                if (told.size < 3) register.insert(loss("by the watcher ${told.size}"))
                assertEquals(1, register.trace("l1").causes.incidents.size)
                return super.step(done, total)
            }
        })
        assertTrue(register.json("by the watcher 1") != null)
    }
}

/** A loss, as typed record. */
fun loss(id: String, vararg causes: String) = Record.Loss(Loss(id = id, title = "Loss", causes = causes(*causes)))
