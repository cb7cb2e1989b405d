package isms

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertAll
import java.nio.file.Path
import java.security.MessageDigest
import java.util.HexFormat
import kotlin.io.path.writeText

/** Kotlin answers all vectors as every other language does. */
class VectorsTest {
    private val digest = MessageDigest.getInstance("SHA-256")

    @Test
    fun vectors() {
        val cases = cases()
        assertTrue(cases.isNotEmpty(), "no case")
        assertAll(cases.map { case -> { run(case) } })
        val line = "kotlin ${cases.size} ${HexFormat.of().formatHex(digest.digest())}\n"
        print(line)
        val out = System.getProperty("ISMS_VECTORS_OUT") ?: System.getenv("ISMS_VECTORS_OUT")
        out?.takeIf { it.isNotEmpty() }?.let { Path.of(it).writeText(line) }
    }

    private fun run(case: Case) {
        val line = try {
            val answer = answer(case)
            assertEquals(case.answer, json.readTree(answer), "$case")
            answer
        } catch (refused: IsmsException.Refused) {
            val found = "${refused.finding.code} ${refused.finding.path}"
            assertEquals(case.refusal, found, "$case: ${refused.finding.message}")
            found
        }
        digest.update("$line\n".encodeToByteArray())
    }

    /** The raw answer, which the typed call must give too. */
    private fun answer(case: Case): String {
        val register = document(case.document)
        case.edits.forEach { edit(register, it) }
        val request = case.request ?: return "null"
        val answer = register.ask(request.toString())
        rebuilt(register, request)?.let {
            assertEquals(withoutNulls(json.readTree(answer)), withoutNulls(it), "$case: the typed call")
        }
        return answer
    }

    /** What is missing may be left out or written as null. */
    private fun withoutNulls(node: JsonNode): JsonNode {
        when (node) {
            is ObjectNode -> {
                node.removeIf { it.isNull }
                node.forEach(::withoutNulls)
            }
            is ArrayNode -> node.forEach(::withoutNulls)
        }
        return node
    }
}
