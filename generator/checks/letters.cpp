// Goes through every text that the site shows and names the letters that do not belong where they stand.
#include "facts/letters/letters.h"

#include <fmt/format.h>

#include "base/text.h"
#include "checks/letters_rules.h"
#include "checks/published_texts.h"

namespace mektep {

namespace {

// The bytes of a file, read when the first fault in it is found: they tell the exact place of a letter,
// whatever quotes, escapes and entities stand before it.
class SourcePlaces {
 public:
  SourcePlaces(const Snapshot& snapshot, const std::string& file) {
    const SourceFile* source = snapshot.find(file);
    if (!source) return;
    if (auto bytes = snapshot.read(*source)) text_ = std::move(*bytes);
    lines_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
      lines_.push_back(at + 1);
  }
  std::size_t offset(Mark mark) const {
    if (mark.line == 0 || mark.line > lines_.size()) return 0;
    std::size_t at = lines_[mark.line - 1];
    for (std::uint32_t column = 1; column < mark.column && at < text_.size() && text_[at] != '\n'; ++column)
      next_code_point(text_, at);
    return at;
  }
  // Where `word` stands from `from` on, as a word of its own.
  std::optional<std::size_t> find(std::string_view word, std::size_t from) const {
    for (std::size_t at = text_.find(word, from); at != std::string::npos; at = text_.find(word, at + 1)) {
      if (!letter_ends_at(at) && !letter_begins_at(at + word.size())) return at;
    }
    return std::nullopt;
  }
  Mark mark(std::size_t at) const {
    const auto line = std::ranges::upper_bound(lines_, at) - lines_.begin();
    const std::size_t begin = lines_[static_cast<std::size_t>(line) - 1];
    return {
        static_cast<std::uint32_t>(line),
        static_cast<std::uint32_t>(count_code_points(std::string_view(text_).substr(begin, at - begin)) + 1)};
  }

 private:
  bool letter_ends_at(std::size_t at) const {
    if (at == 0) return false;
    --at;
    while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) --at;
    return is_letter(next_code_point(text_, at));
  }
  bool letter_begins_at(std::size_t at) const {
    return at < text_.size() && is_letter(next_code_point(text_, at));
  }

  std::string text_;
  std::vector<std::size_t> lines_;
};

Label name_of(const LetterFault& fault) {
  std::string sign;
  append_utf8(sign, fault.wrong);
  const auto letter = [&](std::string_view ky, std::string_view ru, std::string_view en) {
    return Label{fmt::format("{} «{}»", ky, sign), fmt::format("{} «{}»", ru, sign),
                 fmt::format("{} “{}”", en, sign)};
  };
  switch (fault.kind) {
    case LetterFaultKind::latin:
      if (fault.wrong >= 0x370 && fault.wrong < 0x400)
        return letter("грек тамгасы", "греческая буква", "the Greek letter");
      return letter("латын тамгасы", "латинская буква", "the Latin letter");
    case LetterFaultKind::cyrillic:
      return letter("кириллица тамгасы", "кириллическая буква", "the Cyrillic letter");
    case LetterFaultKind::digit:
      return letter("цифра", "цифра", "the digit");
    case LetterFaultKind::foreign:
      return letter("башка алфавиттин тамгасы", "буква другого алфавита", "a letter of another alphabet,");
    case LetterFaultKind::russian:
      return letter("орус тамгасы", "русская буква", "the Russian letter");
    default:
      break;
  }
  const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(fault.wrong));
  return {code, code, code};
}

const Rule& rule_of(LetterFaultKind kind) {
  switch (kind) {
    case LetterFaultKind::russian:
      return rules::letters_kyrgyz;
    case LetterFaultKind::hidden:
      return rules::letters_hidden;
    case LetterFaultKind::decomposed:
      return rules::letters_decomposed;
    default:
      return rules::letters_mixed;
  }
}

// The texts of one file.
class FileLetters {
 public:
  FileLetters(const Snapshot& snapshot, const std::string& file, Findings& findings)
      : snapshot_(snapshot), file_(file), findings_(findings) {}

  void text(std::string_view text, Mark mark, std::optional<Locale> locale, std::string_view field = {}) {
    faults_.clear();
    find_letter_faults(text, locale, faults_);
    if (faults_.empty()) return;
    if (!places_) places_.emplace(snapshot_, file_);
    std::size_t from = places_->offset(mark);
    for (const LetterFault& fault : faults_) {
      const std::string_view word = text.substr(fault.word, fault.size);
      Mark place = mark;
      if (const auto at = places_->find(word, from)) {
        place = places_->mark(*at + (fault.letter - fault.word));
        from = *at + word.size();
      }
      report(fault, word, place, field);
    }
  }
  // Every scalar below `node`; below the keys ky and ru in that language.
  void values(const Node& node, std::optional<Locale> locale, const std::string& field = {}) {
    if (node.is_scalar()) text(node.text, node.mark, locale, field);
    for (std::size_t number = 0; number < node.items.size(); ++number)
      values(node.items[number], locale, fmt::format("{}[{}]", field, number));
    for (const Node::Member& member : node.members) {
      const auto own = parse_locale(member.key);
      values(member.value, own ? own : locale, field.empty() ? member.key : field + "." + member.key);
    }
  }
  void markdown(const Markdown& body, Locale locale) {
    for (const MdNode& node : body.nodes) {
      if (node.type == MdType::text) text(node.text, node.mark, locale);
      if (!node.title.empty()) text(node.title, node.mark, locale);
    }
    for (const Shortcode& shortcode : body.shortcodes) {
      for (const Shortcode::Argument& argument : shortcode.arguments)
        text(argument.value, argument.mark, locale);
    }
  }

 private:
  void report(const LetterFault& fault, std::string_view word, Mark mark, std::string_view field) {
    if (fault.kind == LetterFaultKind::decomposed && std::exchange(decomposed_, true)) return;
    Param expected{"expected", fault.repaired};
    if (fault.repaired.empty()) {
      expected.value = Label{"бир алфавиттин тамгалары", "буквы одного алфавита", "letters of one alphabet"};
    }
    findings_.emplace_back(rule_of(fault.kind), Place{file_, mark}, std::string(field), excerpt(word),
                           std::vector<Param>{std::move(expected), {"letter", name_of(fault)}});
  }

  const Snapshot& snapshot_;
  const std::string& file_;
  Findings& findings_;
  std::vector<LetterFault> faults_;
  std::optional<SourcePlaces> places_;
  bool decomposed_ = false;
};

}  // namespace

void check_letters(const CheckInput& input, Findings& findings) {
  const ContentModel& model = input.site.model;
  const Snapshot& snapshot = input.site.snapshot;
  const auto values_of = [&](const std::string& file, const Node& data) {
    FileLetters(snapshot, file, findings).values(data, std::nullopt);
  };
  for_published_texts(input, findings,
                      [&](const Entry&, const Translation& text, Locale locale, Findings& found) {
                        FileLetters letters(snapshot, text.file, found);
                        letters.values(text.data, locale);
                        letters.markdown(text.body, locale);
                      });
  values_of("site.yaml", model.site.data);
  for (const auto& [section, school] : model.school) values_of(school.file, school.data);
  for (const Person& person : model.people) values_of(person.file, person.data);
  for (const Document& document : model.documents) values_of(document.file, document.data);
  for (const Asset& asset : model.assets) values_of(asset.sidecar, asset.data);
}

}  // namespace mektep
