/// A Schematron schema (ISO/IEC 19757-3, query binding `xslt`) as the export makes it.
struct SchematronSchema {
  /// A variable of the whole schema, with the document as its context.
  struct Definition {
    var name: String
    var value: String
  }

  struct Key {
    var name: String
    var match: String
    var use: String
  }

  /// A check.
  struct Assertion {
    /// `requirement/check`, as it stands behind each message.
    var id: String
    var context: RuleContext
    var role: String
    var test: String
    var message: [Segment]
  }

  /// The checks of the same nodes.
  struct Rule {
    var context: RuleContext
    var assertions: [Assertion]
  }

  enum Segment {
    case text(String)
    case value(String)
  }

  var title: String
  var version: String
  /// What the reader must know, as paragraphs.
  var remarks: [String]
  /// What was left out, with the reasons.
  var omitted: [String]
  var keys: [Key]
  var definitions: [Definition]
  /// Rules in patterns: of a node, only the first rule of a pattern that fits is tried, so no node fits
  /// two. Engines go through a file once for each pattern, so there are as few as can be.
  var patterns: [[Rule]] = []

  init(
    title: String, version: String, remarks: [String], omitted: [String], keys: [Key],
    definitions: [Definition], assertions: [Assertion]
  ) {
    self.title = title
    self.version = version
    self.remarks = remarks
    self.omitted = omitted
    self.keys = keys
    self.definitions = definitions
    for assertion in assertions { add(assertion) }
  }

  private mutating func add(_ assertion: Assertion) {
    for pattern in patterns.indices {
      let rules = patterns[pattern]
      if let rule = rules.firstIndex(where: { $0.context.pattern == assertion.context.pattern }) {
        patterns[pattern][rule].assertions.append(assertion)
        return
      }
    }
    let rule = Rule(context: assertion.context, assertions: [assertion])
    let free = patterns.firstIndex { rules in
      !rules.contains { $0.context.meets(assertion.context) }
    }
    if let free { patterns[free].append(rule) } else { patterns.append([rule]) }
  }
}

extension SchematronSchema {
  /// The schema as XML.
  func xml(_ language: Language) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--\n"
    for line in remarks + omitted { out += "  \(comment(line))\n" }
    out += "-->\n"
    out +=
      "<sch:schema xmlns:sch=\"http://purl.oclc.org/dsdl/schematron\""
      + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" queryBinding=\"xslt\""
      + " schemaVersion=\"\(attribute(version))\" xml:lang=\"\(language.rawValue)\">\n"
    out += "  <sch:title>\(XMLSerializer.escaped(title))</sch:title>\n"
    for key in keys {
      out +=
        "  <xsl:key name=\"\(key.name)\" match=\"\(attribute(key.match))\""
        + " use=\"\(attribute(key.use))\"/>\n"
    }
    for one in definitions { out += "  \(element(one))\n" }
    for rules in patterns {
      out += "  <sch:pattern>\n"
      for rule in rules { out += xml(rule) }
      out += "  </sch:pattern>\n"
    }
    return out + "</sch:schema>\n"
  }

  private func xml(_ rule: Rule) -> String {
    var out = "    <sch:rule context=\"\(attribute(rule.context.pattern))\">\n"
    for one in rule.assertions {
      out += "      <sch:assert id=\"\(one.id.replacing("/", with: "_"))\" role=\"\(one.role)\""
      out += " test=\"\(attribute(one.test))\">"
      for segment in one.message {
        switch segment {
        case .text(let text): out += XMLSerializer.escaped(text)
        case .value(let select): out += "<sch:value-of select=\"\(attribute(select))\"/>"
        }
      }
      out += " [\(one.id)]</sch:assert>\n"
    }
    return out + "    </sch:rule>\n"
  }

  private func element(_ definition: Definition) -> String {
    "<sch:let name=\"\(definition.name)\" value=\"\(attribute(definition.value))\"/>"
  }

  /// White space in an attribute is read as a blank, and an expression may be written over lines.
  private func attribute(_ text: String) -> String { XMLSerializer.escaped(text) }

  /// Two hyphens would end a comment.
  private func comment(_ text: String) -> String { text.replacing("--", with: "- -") }
}
