#include "outputs/disclosure/value.h"

#include "base/localise.h"
#include "base/phone.h"
#include "base/text.h"
#include "content/read.h"
#include "outputs/values.h"
#include "outputs/words.h"

namespace mektep {

void append_itemprop(std::string& out, std::string_view name) {
  if (name.empty()) return;
  out += " itemprop=\"";
  append_html(out, name);
  out += '"';
}

void ValueHtml::value(std::string& out, const Node& node, const Schema* schema, bool with_itemprop) const {
  const Field field = schema != nullptr ? describe(*schema) : Field{};
  if (node.is_map() && node.given("absent") != nullptr) {
    const bool marked = with_itemprop && !field.itemprop.empty();
    if (marked) {
      out += "<div";
      append_itemprop(out, field.itemprop);
      out += '>';
    }
    absence(out, node);
    if (marked) out += "</div>";
    return;
  }
  // A list marks its items where the schema names them; otherwise the name belongs to the whole value.
  const bool block = node.is_list() || (node.is_map() && field.shape != Shape::localised) ||
                     field.widget == "localised-textarea";
  const Schema* item = node.is_list() && schema != nullptr ? items(*schema) : nullptr;
  const bool items_marked = item != nullptr && !describe(*item).itemprop.empty();
  const bool marked = with_itemprop && !field.itemprop.empty() && !items_marked;
  if (marked) {
    out += block ? "<div" : "<span";
    append_itemprop(out, field.itemprop);
    out += '>';
  }
  switch (node.kind) {
    case Node::Kind::null:
      out += not_given();
      break;
    case Node::Kind::scalar:
      scalar(out, node, field);
      break;
    case Node::Kind::list:
      list(out, node, schema, field);
      break;
    case Node::Kind::map:
      map(out, node, schema);
      break;
  }
  if (marked) out += block ? "</div>" : "</span>";
}

std::string ValueHtml::not_given() const {
  return words("көрсөтүлгөн эмес", "не указано");
}

// Absent things are stated, never left blank.
void ValueHtml::absence(std::string& out, const Node& absent) const {
  const Node& statement = *absent.given("absent");
  out += "<p class=\"absent\">";
  append_html(out, word(Word::absent, locale_));
  if (const Node* reason = statement.given("reason")) {
    out += ": ";
    localised(out, *reason, false);
  }
  if (const auto date = read_date(statement.given("stated_on"))) {
    out += fmt::format(" <time class=\"small\" datetime=\"{}\">({})</time>", date->iso(),
                       format_date(*date, locale_, DateStyle::short_));
  }
  out += "</p>";
}

void ValueHtml::localised(std::string& out, const Node& node, bool paragraphs) const {
  const Bilingual text = read_bilingual(&node);
  const std::string& shown = text.best(locale_);
  const bool other = text.in(locale_).empty();
  const std::string lang =
      other ? fmt::format(" lang=\"{}\"", code(locale_ == Locale::ky ? Locale::ru : Locale::ky))
            : std::string();
  if (!paragraphs) {
    if (other) out += "<span" + lang + ">";
    append_html(out, trim(shown));
    if (other) out += "</span>";
    return;
  }
  std::string_view rest = trim(shown);
  while (!rest.empty()) {
    const std::size_t end = rest.find("\n\n");
    out += "<p" + lang + ">";
    append_html(out, trim(rest.substr(0, end)));
    out += "</p>";
    rest = end == std::string_view::npos ? std::string_view() : trim(rest.substr(end));
  }
}

std::string ValueHtml::person(const Person& person) const {
  const PublicPerson shown = site_.facts.consents.publish(person);
  if (!shown.name_withheld()) return escape_html(shown.full_name(locale_));
  return escape_html(shown.post().best(locale_)) + " <span class=\"small\">(" +
         words("аты-жөнү макулдуксуз жарыяланбайт", "имя не публикуется без согласия") + ")</span>";
}

void ValueHtml::document_link(std::string& out, const Document& document, std::string_view itemprop) const {
  out += "<a";
  append_itemprop(out, itemprop);
  out += " href=\"";
  append_html(out, site_.href(site_.facts.permalinks.of(document, locale_)));
  out += "\">";
  append_html(out, document.title.best(locale_));
  out += "</a>";
}

void ValueHtml::documents(std::string& out, const Document& document, bool annexes,
                          std::string_view itemprop) const {
  out += "<ul class=\"files\">";
  for (const DocumentFile& file : annexes ? document.annexes : document.files) {
    out += "<li>";
    const bool withheld = site_.facts.consents.withholds(file.path),
               there = !file.sha256.empty() && !withheld;
    out += there ? "<a" : "<span";
    append_itemprop(out, itemprop);
    if (there) {
      out += " href=\"";
      append_html(out, site_.href(site_.facts.permalinks.of_asset(file.path)));
      out += '"';
    }
    out += '>';
    append_html(out, file.title.empty() ? document.title.best(locale_) : file.title.best(locale_));
    if (there) {
      out += " (";
      append_html(out, short_name(file.type));
      out += ", " + format_size(file.size, locale_);
      if (file.language) out += ", " + language_label(*file.language, locale_);
      out += ")</a>";
    } else {
      out += " (" +
             (withheld ? words("файл убактылуу алынган: анда макулдугу жок адам аталган",
                               "файл временно снят: в нём назван человек без согласия")
                       : words("файлы жок", "файл отсутствует")) +
             ")</span>";
    }
    out += "</li>";
  }
  out += "</ul>";
}

void ValueHtml::scalar(std::string& out, const Node& node, const Field& field) const {
  auto link = [&](std::string_view scheme, std::string_view target, std::string_view text) {
    out += "<a href=\"";
    append_html(out, encode_url(std::string(scheme) + std::string(target)));
    out += "\">";
    append_html(out, text);
    out += "</a>";
  };
  if (field.refers_to == "people") {
    if (const Person* found = site_.model.person(node.text)) out += person(*found);
    return;
  }
  if (field.refers_to == "documents") {
    if (const Document* found = site_.model.document(node.text)) document_link(out, *found, {});
    return;
  }
  if (field.refers_to == "programmes") {
    const auto education = site_.model.school.find("education");
    const Node* programmes =
        education != site_.model.school.end() ? education->second.data.given("programmes") : nullptr;
    for (const Node& programme : programmes != nullptr ? programmes->items : std::vector<Node>()) {
      if (programme.text_of("id") == node.text && programme.given("name"))
        return localised(out, *programme.given("name"), false);
    }
  }
  switch (field.format) {
    case Format::phone: {
      const auto e164 = parse_phone(node.text);
      return link("tel:", e164.value_or(node.text), e164 ? format_phone(*e164) : node.text);
    }
    case Format::email:
      return link("mailto:", node.text, node.text);
    case Format::uri:
    case Format::web_address:
      return link("", node.text, node.text);
    case Format::date:
    case Format::partial_date:
      if (const auto date = parse_date(node.text)) {
        out += fmt::format("<time datetime=\"{}\">{}</time>", date->iso(),
                           format_date(*date, locale_, DateStyle::long_));
        return;
      }
      break;
    default:
      break;
  }
  if (const Label* name = field.schema != nullptr ? name_of_value(*field.schema, node.text) : nullptr) {
    append_html(out, name->in(locale_));
    return;
  }
  if (field.shape == Shape::boolean) {
    out += node.text == "true" ? words("ооба", "да") : words("жок", "нет");
    return;
  }
  if (field.shape == Shape::integer && field.widget != "year" && node.text.size() > 4) {
    append_html(out, format_number(std::strtoll(node.text.c_str(), nullptr, 10)));
    return;
  }
  append_html(out, node.text);
}

void ValueHtml::list(std::string& out, const Node& node, const Schema* schema, const Field& field) const {
  const Schema* item = schema != nullptr ? items(*schema) : nullptr;
  const Field of = item != nullptr ? describe(*item) : Field{};
  std::string inline_test;
  const bool records_list = !node.items.empty() && node.items.front().is_map() && of.shape == Shape::map &&
                            item != nullptr && !known_map(inline_test, node.items.front(), item);
  if (records_list) return records(out, node, *item, field);
  if (node.items.size() == 1) return value(out, node.items.front(), item);
  const bool scalars = of.shape == Shape::text && of.format == Format::none && of.refers_to.empty();
  if (!scalars) out += "<ul>";
  bool first = true;
  for (const Node& one : node.items) {
    out += scalars ? (first ? "" : ", ") : "<li>";
    value(out, one, item);
    if (!scalars) out += "</li>";
    first = false;
  }
  if (!scalars) out += "</ul>";
}

// Small maps that read better as one phrase.
bool ValueHtml::known_map(std::string& out, const Node& node, const Schema* schema) const {
  if (node.get("settlement") != nullptr) {
    append_html(out, format_address(&node, locale_));
    return true;
  }
  auto suffix = [&](std::string_view key) {
    const Node* text = node.given(key);
    if (text == nullptr) return;
    out += " (";
    localised(out, *text, false);
    out += ')';
  };
  if (node.get("days") != nullptr) {
    append_html(out, fmt::format("{} {}–{}", format_days(node.get("days"), locale_), node.text_of("opens"),
                                 node.text_of("closes")));
    suffix("for");
    return true;
  }
  if (node.get("number") != nullptr && node.get("date") == nullptr && schema != nullptr) {
    value(out, *node.get("number"), member(*schema, "number"));
    suffix("for");
    return true;
  }
  if (node.get("years") != nullptr) {
    const std::string_view years = node.text_of("years"), months = node.text_of("months");
    out += fmt::format("{} {}", years,
                       words("жыл", years == "1"                                              ? "год"
                                    : years.size() == 1 && years[0] >= '2' && years[0] <= '4' ? "года"
                                                                                              : "лет"));
    if (!months.empty() && months != "0") out += fmt::format(" {} {}", months, words("ай", "мес."));
    return true;
  }
  if (node.get("count") != nullptr && node.get("as_of") != nullptr) {
    out += fmt::format("{} <span class=\"small\">(", node.text_of("count"));
    if (const auto date = read_date(node.get("as_of"))) {
      const std::string shown = format_date(*date, locale_, DateStyle::short_);
      out += locale_ == Locale::ky ? shown + " карата" : "на " + shown;
    }
    out += ")</span>";
    return true;
  }
  if (node.get("from") != nullptr && (node.get("until") != nullptr || node.get("without_term") != nullptr) &&
      node.members.size() == 2) {
    auto end = [&](std::string_view key) {
      const auto date = read_date(node.get(key));
      return date ? fmt::format("<time datetime=\"{}\">{}</time>", date->iso(),
                                format_date(*date, locale_, DateStyle::short_))
                  : escape_html(node.text_of(key));
    };
    out +=
        end("from") + "–" + (node.get("until") != nullptr ? end("until") : words("мөөнөтсүз", "бессрочно"));
    return true;
  }
  return false;
}

void ValueHtml::map(std::string& out, const Node& node, const Schema* schema) const {
  if (node.get("ky") != nullptr || node.get("ru") != nullptr) {
    const bool paragraphs = schema != nullptr && describe(*schema).widget == "localised-textarea";
    return localised(out, node, paragraphs);
  }
  if (known_map(out, node, schema)) return;
  out += "<dl class=\"facts\">";
  for (const auto& [key, field] :
       schema != nullptr ? members(*schema) : std::vector<std::pair<std::string_view, Field>>()) {
    const Node* one = node.given(key);
    if (one == nullptr) continue;
    out += "<dt>";
    append_html(out, field.label->in(locale_));
    out += "</dt><dd>";
    value(out, *one, field.schema);
    out += "</dd>";
  }
  out += "</dl>";
}

void ValueHtml::records(std::string& out, const Node& list, const Schema& item, const Field& field) const {
  HtmlTable result;
  result.caption = field.label != nullptr ? field.label->in(locale_) : std::string();
  std::vector<std::pair<std::string_view, Field>> columns;
  for (const auto& column : members(item)) {
    if (std::ranges::none_of(list.items, [&](const Node& one) { return one.given(column.first) != nullptr; }))
      continue;
    columns.push_back(column);
  }
  const std::string container(describe(item).itemprop);
  const bool headed = !columns.empty() && columns.front().second.shape == Shape::localised;
  if (headed) result.header_label = columns.front().second.label->in(locale_);
  for (std::size_t c = headed ? 1 : 0; c < columns.size(); ++c) {
    const Field& f = columns[c].second;
    const bool wide = f.widget == "localised-textarea" || (f.shape == Shape::list && f.refers_to.empty());
    result.columns.push_back({f.label->in(locale_), std::string(f.itemprop), "", {}, wide, !f.required});
  }
  for (const Node& one : list.items) {
    HtmlTable::Row& row = result.rows.emplace_back();
    row.itemprop = container;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      std::string cell;
      if (const Node* node = one.given(columns[c].first)) value(cell, *node, columns[c].second.schema, false);
      if (c == 0 && headed) {
        row.header = std::move(cell);
        row.header_itemprop = columns[c].second.itemprop;
      } else {
        row.cells.push_back(std::move(cell));
      }
    }
  }
  table(out, std::move(result));
}

}  // namespace mektep
