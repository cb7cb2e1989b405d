package isms

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The questions of the chain. */
class TraceTest {
    @Test
    fun `a loss traces back to its risk factors`() {
        val trace = valley().trace("driver")
        assertEquals("loss", trace.kind)
        assertTrue(trace.complete)
        assertEquals(listOf("ambush"), trace.causes.incidents)
        assertEquals(listOf("ambush-threat"), trace.causes.threats)
        assertEquals(listOf("arms", "debt", "sides"), trace.causes.riskFactors)
        assertEquals(emptyList<String>(), trace.effects.losses)
        assertTrue(trace.broken.isEmpty())
    }

    @Test
    fun `a factor can lead to a loss`() {
        assertEquals(listOf("driver"), valley().trace("debt").effects.losses)
    }

    @Test
    fun `a broken trace says where and why`() {
        val trace = document("broken.json").trace("driver")
        assertFalse(trace.complete)
        assertEquals("dangling", trace.broken.single { it.link == "debt" }.why)
    }

    @Test
    fun `paths are listed up to the budget and all counted`() {
        val all = valley().paths("driver")
        assertEquals("3", all.total)
        assertTrue(all.complete)
        assertEquals(listOf("driver", "ambush", "ambush-threat", "arms"), all.paths.first())
        val some = valley().paths("driver", 2U)
        assertEquals(2, some.paths.size)
        assertFalse(some.complete)
    }

    @Test
    fun `common causes are the nearest`() {
        val common = document("broken.json").commonCauses(listOf("driver", "stock"))
        assertEquals(listOf("ambush"), common.nearest.incidents)
        assertEquals(3UL, common.common)
    }

    @Test
    fun `ancestors of every loss come as rows`() {
        val valley = valley()
        val ancestors = valley.ancestors()
        assertEquals(listOf("driver"), ancestors.losses.map { valley.idOfRow(it) })
        assertEquals(listOf(0UL, 5UL), ancestors.offsets)
        assertEquals(
            listOf("ambush", "ambush-threat", "arms", "debt", "sides"),
            ancestors.rows.map { valley.idOfRow(it) },
        )
    }

    @Test
    fun `broken traces are counted by kind`() {
        val broken = document("broken.json").brokenTraces()
        assertFalse(broken.capped)
        assertEquals(broken.broken.size.toULong(), broken.byKind.sumOf { it.count })
        assertTrue(valley().brokenTraces().broken.isEmpty())
    }
}
