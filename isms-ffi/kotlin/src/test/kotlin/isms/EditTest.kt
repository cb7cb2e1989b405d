package isms

import isms.core.Causes
import isms.core.Gate
import isms.core.Label
import isms.core.Link
import isms.core.Record
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import kotlin.concurrent.thread

fun causes(vararg ids: String): Causes? =
    if (ids.isEmpty()) null else Causes(Gate.Default, ids.map { Link(it) })

/** Records come, change and go; the graph follows. */
class EditTest {
    private fun refused(code: String, path: String, edit: () -> Unit) {
        val finding = assertThrows<IsmsException.Refused> { edit() }.finding
        assertEquals(code to path, finding.code to finding.path, finding.message)
    }

    @Test
    fun `a register is filled with typed records and asked`() {
        val register = Register("valley-office", "Valley office")
        assertTrue(register.isEmpty())
        register.insert(loss("driver", "ambush"))
        register.insertJson("incidents", """{"id": "ambush", "title": "Ambush"}""")
        assertEquals(listOf("ambush"), register.trace("driver").causes.incidents)
        register.replace(loss("driver"))
        assertTrue(register.trace("driver").causes.incidents.isEmpty())
        register.remove("ambush")
        assertEquals(1UL, register.len())
        assertEquals(register.digest(), Register.open(register.save()).digest())
    }

    @Test
    fun `what was read can be changed and put back`() {
        val valley = valley()
        val driver = (valley.get("driver") as Record.Loss).record
        valley.replace(Record.Loss(driver.copy(harm = "death")))
        val changed = (valley.get("driver") as Record.Loss).record
        assertEquals(driver.copy(harm = "death"), changed)
        assertTrue(valley.trace("driver").complete)
    }

    @Test
    fun `a refused edit changes nothing`() {
        val valley = valley()
        val before = valley.save()
        refused("duplicate_id", "/id") { valley.insert(loss("ambush")) }
        refused("wrong_kind", "/id") { valley.replace(loss("ambush")) }
        refused("unknown_id", "") { valley.remove("drivr") }
        refused("not_json", "") { valley.insertJson("losses", "[]") }
        refused("bad_request", "/kind") { valley.insertJson("loss", "{}") }
        refused("duplicate_id", "/1/id") { valley.extend(listOf(loss("a"), loss("a"))) }
        refused("not_json", "/1") { valley.extendJson(listOf("{}", "{").map { RecordText("losses", it) }) }
        assertArrayEquals(before, valley.save())
    }

    @Test
    fun `fixes that a check offers are applied`() {
        Register.open(sample().encodeToByteArray()).use { register ->
            val mended = register.check().findings.filter { it.fix.isNotEmpty() }
            register.apply(mended.flatMap { it.fix })
            assertTrue(mended.isNotEmpty() && register.check().findings.none { it.fix.isNotEmpty() })
        }
    }

    @Test
    fun `the header can be set`() {
        val valley = valley()
        valley.setId("north")
        valley.setTitle(null)
        valley.setPeriod("P6M")
        valley.setLabel(Label("green"))
        val same = Register.open(valley.save())
        assertEquals("north", same.id())
        assertNull(same.title())
        assertEquals("P6M", same.period())
        assertEquals(Label("green"), same.label())
    }

    @Test
    fun `threads ask and edit at the same time`() {
        val register = valley()
        val faults = mutableListOf<Throwable>()
        fun work(turns: Int, turn: (Int) -> Unit) = thread {
            try {
                repeat(turns, turn)
            } catch (fault: Throwable) {
                synchronized(faults) { faults += fault }
            }
        }
        val writers = (1..2).map { writer ->
            work(200) { turn ->
                register.extend(listOf(loss("$writer-$turn", "ambush"), loss("$writer-$turn-gone", "ambush")))
                register.remove("$writer-$turn-gone")
            }
        }
        val readers = (1..2).map {
            work(100) {
                assertEquals(0UL, register.check().counts.error)
                assertTrue(register.trace("driver").complete)
                Register.open(register.save()).close()
            }
        }
        (writers + readers).forEach(Thread::join)
        assertEquals(emptyList<Throwable>(), faults)
        assertEquals(401, register.ids("losses").size)
    }
}
