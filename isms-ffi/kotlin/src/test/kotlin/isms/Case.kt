package isms

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes

/** Reads and compares JSON. */
val json = ObjectMapper()

/** One vector, as its file says it: a document, a request, and the answer or the refusal. */
class Case(val path: Path) {
    private val file: JsonNode = json.readTree(path.readBytes())

    val document: String = file["register"].textValue()

    /** What is done to the register before it is asked, in this order. */
    val edits: List<JsonNode> = file["edits"]?.toList() ?: emptyList()

    /** Null: the document is opened and nothing is asked. */
    val request: JsonNode? = file["request"]?.takeUnless { it.isNull }

    val answer: JsonNode? = file["answer"]

    /** Code and path, as the digest takes them. */
    val refusal: String? = file["refusal"]?.let { "${it["code"].textValue()} ${it["path"].textValue()}" }

    override fun toString() = "${path.parent.name}/${path.name}"
}

/** All vectors, sorted: one folder a question, one file a case. */
fun cases(): List<Case> {
    val questions = vectors.listDirectoryEntries().filter { it.name != "documents" }.sortedBy { it.name }
    return questions.flatMap { question ->
        val cases = question.listDirectoryEntries().sortedBy { it.name }
        check(cases.isNotEmpty() && cases.all { it.extension == "json" }) { "$question: no case" }
        cases.map(::Case)
    }
}
