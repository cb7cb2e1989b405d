package isms

import isms.core.Count
import isms.core.Estimate
import isms.core.Extra
import isms.core.Gate
import isms.core.Record
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

/** What a register stores comes through as it was written. */
class RegisterTest {
    @Test
    fun `header and length`() {
        val valley = valley()
        assertEquals("valley-office", valley.id())
        assertEquals("Valley office", valley.title())
        assertEquals("P1Y", valley.period())
        assertNull(valley.label())
        assertEquals(10UL, valley.len())
        assertFalse(valley.isEmpty())
    }

    @Test
    fun `ids come in the order of the document`() {
        assertEquals(listOf("arms", "debt", "sides"), valley().ids("risk_factors"))
        assertEquals(emptyList<String>(), valley().ids("agencies"))
    }

    @Test
    fun `saving twice gives the same bytes`() {
        val saved = valley().save()
        assertArrayEquals(saved, Register.open(saved).save())
    }

    @Test
    fun `a record has its fields`() {
        val loss = (valley().get("driver") as Record.Loss).record
        assertEquals("Driver injured", loss.title)
        assertEquals("injury", loss.harm)
        assertEquals("national_staff", loss.who)
        assertNull(loss.count)
        val causes = loss.causes!!
        assertEquals(Gate.Default, causes.gate)
        val link = causes.links.single()
        assertEquals("ambush", link.id)
        assertEquals(Estimate.Point(0.5), link.chance)
        assertEquals(listOf("vests"), link.barriers)
    }

    @Test
    fun `a gate has its count`() {
        val threat = (valley().get("ambush-threat") as Record.Threat).record
        assertEquals(Gate.AtLeast(2UL), threat.causes!!.gate)
        assertEquals(listOf("arms", "debt", "sides"), threat.causes!!.links.map { it.id })
    }

    @Test
    fun `a record that is not there is null`() {
        assertNull(valley().get("nobody"))
        assertNull(valley().json("nobody"))
    }

    @Test
    fun `dates come as they are known`() {
        for (date in listOf("2026", "2026-03", "2026-03-14", "2026-03-14T06:30:00+02:00")) {
            val losses = register(""" "losses": [{"id": "a", "title": "A", "date": "$date"}] """)
            assertEquals(date, (losses.get("a") as Record.Loss).record.date)
        }
    }

    @Test
    fun `estimates come in the form in which they are known`() {
        val forms = mapOf(
            "0.3" to Estimate.Point(0.3),
            """{"rate": 2, "per": "P1Y"}""" to Estimate.Rate(2.0, "P1Y"),
            """{"low": 0.5, "high": 0.9}""" to Estimate.Range(0.5, 0.9),
            """{"high": 0.9}""" to Estimate.Range(null, 0.9),
            """{"level": "high", "scale": "un:likelihood"}""" to Estimate.Level("high", "un:likelihood"),
            """{"beta": [2, 5]}""" to Estimate.Beta(2.0, 5.0),
            """{"pert": [0.1, 0.2, 0.4]}""" to Estimate.Pert(0.1, 0.2, 0.4),
            """{"p05_p95": [0.1, 0.4]}""" to Estimate.P05p95(0.1, 0.4),
            """{"seen": 5, "of": 12}""" to Estimate.Counts(5UL, 12UL),
        )
        for ((text, form) in forms) {
            val factors = register(""" "risk_factors": [{"id": "a", "title": "A", "likelihood": $text}] """)
            assertEquals(form, (factors.get("a") as Record.RiskFactor).record.likelihood, text)
        }
    }

    @Test
    fun `what is not known is kept`() {
        val losses = register(""" "losses": [{"id": "a", "title": "A", "count": {"low": 1, "high": 3}, "weather": {"rain": 4.0}}] """)
        val loss = (losses.get("a") as Record.Loss).record
        assertEquals(Count(1UL, 3UL), loss.count)
        assertEquals(listOf(Extra("weather", """{"rain":4.0}""")), loss.other)
        assertEquals(
            """{"id": "a", "title": "A", "count": {"low": 1, "high": 3}, "weather": {"rain": 4.0}}""",
            losses.json("a"),
        )
    }
}
