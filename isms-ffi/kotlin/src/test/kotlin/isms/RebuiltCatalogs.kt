package isms

import com.fasterxml.jackson.databind.JsonNode
import isms.core.CatalogSummary
import isms.core.Findings

/** The texts of the catalogues that a request brings. */
fun own(request: JsonNode): List<String> = request["catalogs"].orEmpty().map(::text)

/** The items of a list that may be missing. */
fun JsonNode?.orEmpty(): List<JsonNode> = this?.toList() ?: emptyList()

/** A catalogue: an object, or the text of one. */
private fun text(catalog: JsonNode) = catalog.textValue() ?: catalog.toString()

/** Without catalogues and without a language the calls are made without: the defaults are tested with them. */
fun listed(request: JsonNode): Map<String, Any?> {
    val own = own(request)
    val language = request["language"]?.textValue()
    val found = if (language == null && own.isEmpty()) catalogs() else catalogs(language ?: "en", own)
    return mapOf("catalogs" to found.map(::written))
}

fun catalog(request: JsonNode): JsonNode {
    val (name, own) = request["id"].textValue() to own(request)
    val text = if (own.isEmpty()) catalog(name) else catalog(name, request["edition"]?.textValue(), own)
    return json.readTree(text)
}

fun checked(request: JsonNode): Findings {
    val (catalog, own) = text(request["catalog"]) to own(request)
    return if (own.isEmpty()) checkCatalog(catalog) else checkCatalog(catalog, own)
}

private fun written(summary: CatalogSummary) = mapOf(
    "id" to summary.id,
    "edition" to summary.edition,
    "title" to summary.title,
    "official" to summary.official,
    "provenance" to summary.provenance,
    "languages" to summary.languages,
    "requirements" to summary.requirements.toLong(),
    "terms" to summary.terms.toLong(),
    "mappings" to summary.mappings.toLong(),
)
