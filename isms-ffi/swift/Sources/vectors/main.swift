// Runs all vectors through `ask`, prints how many there were, and writes all raw answers to a file:
// its SHA-256 is the digest of the other languages. Usage: vectors FOLDER ANSWERS

import Foundation
import Isms

/// One vector: a document, what is done to it, a request, and the answer or the refusal.
struct Case {
    let document: String
    let edits: [[String: Any]]
    let request: Any?
    let answer: NSObject?
    let refusal: String?

    init(_ file: URL) throws {
        let fields = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
        document = fields["register"] as? String ?? ""
        edits = fields["edits"] as? [[String: Any]] ?? []
        request = fields["request"].flatMap { $0 is NSNull ? nil : $0 }
        answer = fields["answer"] as? NSObject
        refusal = (fields["refusal"] as? [String: String]).map { "\($0["code"] ?? "") \($0["path"] ?? "")" }
    }
}

/// What a folder holds, sorted by name.
func entries(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
}

/// A value as JSON text.
func text(_ value: Any) throws -> String {
    let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
}

/// A record of an edit: an object; or text, which is taken as it is.
func record(_ entry: [String: Any]) throws -> RecordText {
    let record = entry["record"] ?? [:]
    return RecordText(kind: entry["kind"] as? String ?? "", json: try record as? String ?? text(record))
}

func fix(_ fix: [String: Any]) throws -> Fix {
    Fix(id: fix["id"] as? String ?? "", field: fix["field"] as? String ?? "", value: try fix["value"].map(text))
}

/// Makes an edit: an object of one key.
func edit(_ register: Register, _ edit: [String: Any]) throws {
    for (name, what) in edit {
        let entry = what as? [String: Any] ?? [:]
        switch name {
        case "insert": try register.insertJson(kind: record(entry).kind, json: record(entry).json)
        case "replace": try register.replaceJson(kind: record(entry).kind, json: record(entry).json)
        case "remove": try register.remove(id: what as? String ?? "")
        case "extend": try register.extendJson(records: (what as? [[String: Any]] ?? []).map(record))
        case "apply":
            let these = try (what as? [[String: Any]])?.map(fix)
            try register.apply(fixes: these ?? register.check().findings.flatMap { $0.fix })
        case "set": try entry.forEach { try set(register, $0, $1) }
        default: fatalError("no edit: \(name)")
        }
    }
}

func set(_ register: Register, _ field: String, _ value: Any) throws {
    switch field {
    case "title": register.setTitle(title: value as? String)
    case "period": register.setPeriod(period: value as? String)
    case "label" where value is NSNull: register.setLabel(label: nil)
    case "label": try register.setLabelJson(json: text(value))
    default: fatalError("no field: \(field)")
    }
}

/// The raw answer.
func ask(_ one: Case, in documents: URL) throws -> String {
    let bytes = try Data(contentsOf: documents.appendingPathComponent(one.document))
    let register = try Register.open(bytes: bytes)
    try one.edits.forEach { try edit(register, $0) }
    guard let request = one.request else { return "null" }
    let text = try JSONSerialization.data(withJSONObject: request)
    return try register.ask(request: String(decoding: text, as: UTF8.self))
}

/// What the digest takes of a case; nil: it is not what the case expects.
func line(_ one: Case, in documents: URL) throws -> String? {
    do {
        let answer = try ask(one, in: documents)
        let found = try JSONSerialization.jsonObject(with: Data(answer.utf8), options: .fragmentsAllowed) as? NSObject
        return found == one.answer ? answer : nil
    } catch IsmsError.Refused(let finding) {
        let found = "\(finding.code) \(finding.path)"
        return found == one.refusal ? found : nil
    }
}

guard CommandLine.arguments.count == 3 else {
    fatalError("usage: vectors FOLDER ANSWERS")
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let documents = folder.appendingPathComponent("documents")
let cases = try entries(folder).filter { $0.lastPathComponent != "documents" }.flatMap(entries)
var answers = ""
var faults = 0
for file in cases {
    if let line = try line(Case(file), in: documents) {
        answers += line + "\n"
    } else {
        faults += 1
        print("differs: \(file.lastPathComponent)")
    }
}
try Data(answers.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
print("swift \(cases.count), \(faults) differ")
exit(faults == 0 && !cases.isEmpty ? 0 : 1)
