package isms

import com.fasterxml.jackson.databind.JsonNode
import isms.core.Fix

/** Makes an edit of a vector: an object of one key. */
fun edit(register: Register, edit: JsonNode) {
    val (name, what) = edit.properties().single()
    when (name) {
        "insert" -> register.insertJson(what["kind"].textValue(), text(what["record"]))
        "replace" -> register.replaceJson(what["kind"].textValue(), text(what["record"]))
        "remove" -> register.remove(what.textValue())
        "extend" -> register.extendJson(what.map { RecordText(it["kind"].textValue(), text(it["record"])) })
        "apply" -> register.apply(if (what.isTextual) register.check().findings.flatMap { it.fix } else what.map(::fix))
        "set" -> what.properties().forEach { (field, value) -> set(register, field, value) }
        else -> error("no edit: $name")
    }
}

/** An object; or text, which is taken as it is. */
private fun text(record: JsonNode): String = if (record.isTextual) record.textValue() else record.toString()

private fun fix(fix: JsonNode) =
    Fix(fix["id"].textValue(), fix["field"].textValue(), fix["value"]?.toString())

private fun set(register: Register, field: String, value: JsonNode) {
    when (field) {
        "title" -> register.setTitle(value.textValue())
        "period" -> register.setPeriod(value.textValue())
        "label" -> if (value.isNull) register.setLabel(null) else register.setLabelJson(value.toString())
        else -> error("no field: $field")
    }
}
