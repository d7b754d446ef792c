import Settings

extension AttackCatalogue {
  /// The reference page, Markdown: a section a method with its paper, what it has to know, and a table of its settings.
  package static var page: String {
    """
    # Attacks

    The attacks of the catalogue and their settings, as the command line, scenario files and `--attack` options have them.

    `stopline attack pgd stop.png --epsilon 4/255` takes each setting as an option, a scenario's `attack` section as a key,
    and one line holds them all where there may be several attacks: `pgd(epsilon=4/255, steps=10)`. A share may be written
    as `8/255`, `3 %` or `0.03`. Settings that are left out have their defaults. This page is written by
    `stopline attacks --markdown`.

    """ + all.map { "\n" + reference(of: $0) }.joined()
  }

  private static func reference<Method: AttackMethod>(of method: Method.Type) -> String {
    let card = Method.card
    let paper = card.paper.map { " \($0)." } ?? ""
    return
      "## \(card.title) (`\(card.name)`)\n\n\(card.summary)\(paper) Asks for \(Method.knowledge); the control has the "
      + "same \(card.norm.title).\n\n" + Method.reference
  }
}
