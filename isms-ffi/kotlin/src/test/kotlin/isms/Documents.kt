package isms

import java.nio.file.Path
import kotlin.io.path.readBytes

/** The folder that all languages share. */
val vectors: Path = Path.of(System.getProperty("isms.vectors"))

/** The bytes of a document of that folder. */
fun bytes(document: String): ByteArray = vectors.resolve("documents").resolve(document).readBytes()

/** A document of that folder, opened. */
fun document(name: String): Register = Register.open(bytes(name))

/** The example of the design. */
fun valley(): Register = document("valley.json")

/** A register of these tables, written as JSON. */
fun register(tables: String): Register = Register.open("""{"isms": "1", $tables}""".encodeToByteArray())
