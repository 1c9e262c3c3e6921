import RubricKit

/// Puts every text of a record that comes out of a case file through a function. The one list of
/// such texts, so that masking forgets none.
struct TextMap {
  /// The language that the output speaks; texts in the other are dropped.
  var language: Language
  var change: (String) -> String

  func callAsFunction(_ text: LocalizedText) -> LocalizedText {
    switch language {
    case .zh: LocalizedText(zh: change(text.zh), en: "")
    case .en: LocalizedText(zh: "", en: change(text.en))
    }
  }

  func callAsFunction(_ text: String?) -> String? { text.map(change) }

  func callAsFunction(_ place: PlaceRecord) -> PlaceRecord {
    var place = place
    place.documentTitle = place.documentTitle.map(callAsFunction)
    place.documentID = self(place.documentID)
    place.documentNumber = self(place.documentNumber)
    place.pages = self(place.pages)
    place.field = place.field.map(callAsFunction)
    place.path = change(place.path)
    return place
  }

  func callAsFunction(_ value: ValueRecord) -> ValueRecord {
    var value = value
    value.label = self(value.label)
    value.value = self(value.value)
    return value
  }

  func callAsFunction(_ occurrence: OccurrenceRecord) -> OccurrenceRecord {
    var occurrence = occurrence
    occurrence.key = change(occurrence.key)
    occurrence.message = self(occurrence.message)
    occurrence.places = occurrence.places.map(callAsFunction)
    occurrence.values = occurrence.values.map(callAsFunction)
    occurrence.derivation = occurrence.derivation.map(callAsFunction)
    occurrence.waiver = self(occurrence.waiver)
    return occurrence
  }

  func callAsFunction(_ outcome: OutcomeRecord) -> OutcomeRecord {
    var outcome = outcome
    outcome.occurrences = outcome.occurrences.map(callAsFunction)
    outcome.notes = outcome.notes.map(callAsFunction)
    outcome.answeredBy = self(outcome.answeredBy)
    return outcome
  }

  func callAsFunction(_ score: ScoreRecord) -> ScoreRecord {
    var score = score
    score.derivation = score.derivation.map(callAsFunction)
    return score
  }

  func callAsFunction(_ remark: RemarkRecord) -> RemarkRecord {
    var remark = remark
    remark.message = self(remark.message)
    remark.subject = change(remark.subject)
    return remark
  }

  func callAsFunction(_ error: SchemaErrorRecord) -> SchemaErrorRecord {
    var error = error
    error.message = self(error.message)
    return error
  }

  /// A case's record; its path is left to the caller and its list of personal data is emptied.
  func callAsFunction(_ record: CaseRecord) -> CaseRecord {
    var record = record
    record.caseNumber = change(record.caseNumber)
    record.caseName = change(record.caseName)
    record.kind = change(record.kind)
    record.schemaErrors = record.schemaErrors.map(callAsFunction)
    record.remarks = record.remarks.map(callAsFunction)
    record.outcomes = record.outcomes.map(callAsFunction)
    record.scores = record.scores.map(callAsFunction)
    record.personal = []
    return record
  }

  func callAsFunction(_ record: UnjudgedRecord) -> UnjudgedRecord {
    var record = record
    record.path = change(record.path)
    record.message = self(record.message)
    record.caseNumber = self(record.caseNumber)
    return record
  }
}
