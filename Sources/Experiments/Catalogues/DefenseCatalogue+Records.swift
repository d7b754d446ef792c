import Defenses
import Records
import Settings

extension DefenseCatalogue {
  /// All defences as records have them.
  package static var records: [CatalogueRecord] { all.map { record(of: $0) } }

  private static func record<Method: DefenseMethod>(of method: Method.Type) -> CatalogueRecord {
    let (card, defaults) = (Method.card, Method())
    return CatalogueRecord(
      name: card.name, title: card.title, summary: card.summary, paper: card.paper,
      settings: Method.settings.map {
        .init(name: $0.name, form: $0.form, standard: $0.text(defaults), meaning: $0.meaning)
      })
  }
}
