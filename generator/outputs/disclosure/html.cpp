// The values of a group's items. Items whose values stand in the same list share one table: each is a column
// of it.
#include "base/text.h"
#include "content/read.h"
#include "outputs/disclosure/disclosure.h"
#include "outputs/disclosure/value.h"

namespace mektep {

namespace {

std::string plain_source(std::string_view source) {
  std::string text(source);
  std::erase_if(text, [](char c) { return c == '?' || c == '!'; });
  return text;
}

// The list in which a source's values stand side by side; empty when there is but one value.
std::string list_of(const std::string& source) {
  const std::size_t hash = source.find('#');
  if (!source.starts_with("school/")) return source.substr(0, hash);
  const std::size_t star = source.find("/*/");
  return star == std::string::npos ? std::string() : source.substr(0, star);
}

std::string last_key(const std::string& source) {
  return source.substr(source.find_last_of("#/") + 1);
}

// Of several sources of an item the one that its itemprop is about: the files, or else the first that must be
// given.
std::string main_source(const DisclosureItem& item) {
  for (const std::string& source : item.sources) {
    if (source.ends_with("/files") || source.ends_with("#files")) return source;
  }
  const auto first =
      std::ranges::find_if(item.sources, [](const std::string& source) { return !source.ends_with('?'); });
  return plain_source(first != item.sources.end() ? *first : item.sources.front());
}

class GroupHtml {
 public:
  GroupHtml(const SiteContext& site, const DisclosureGroup& group, Locale locale)
      : site_(site),
        disclosure_(site.facts.disclosure),
        group_(group),
        locale_(locale),
        html_(site, locale) {}

  std::vector<std::string> run() {
    std::vector<std::string> values;
    values.reserve(group_.items.size());
    for (const std::size_t i : group_.items) values.push_back(item(disclosure_.items[i]));
    return values;
  }

 private:
  std::string item(const ItemStatus& status) {
    std::string out;
    std::vector<std::string> elsewhere;  // ids of items that already show a source of this one
    for (std::size_t s = 0; s < status.item->sources.size(); ++s) {
      const std::string source = plain_source(status.item->sources[s]);
      const std::string list = list_of(source);
      const auto shown = shown_.find(list.empty() ? source : list);
      if (shown != shown_.end()) {
        if (shown->second != status.item->id &&
            std::ranges::find(elsewhere, shown->second) == elsewhere.end()) {
          elsewhere.push_back(shown->second);
        }
        continue;
      }
      shown_.emplace(list.empty() ? source : list, status.item->id);
      if (list.empty()) {
        single(out, status, s);
      } else {
        shared_table(out, list);
      }
    }
    if (out.empty() || !elsewhere.empty()) refer(out, elsewhere);
    return out;
  }

  // DISC-S items and columns of a table: the value stands in one place only, the others lead to it.
  void refer(std::string& out, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const DisclosureItem* other = site_.catalogue.find(id);
      if (other == nullptr) continue;
      out += locale_ == Locale::ky ? "<p>Ушул барактагы бөлүмдө: <a href=\"#"
                                   : "<p>В разделе на этой странице: <a href=\"#";
      append_html(out, id);
      out += "\">";
      append_html(out, other->label.in(locale_));
      out += "</a></p>";
    }
  }

  void single(std::string& out, const ItemStatus& status, std::size_t source) {
    const DisclosureItem& item = *status.item;
    for (const auto* list : {&status.values, &status.absences}) {
      for (const Disclosed& value : *list) {
        if (value.source != source) continue;
        const bool contained = !item.itemprop_parent.empty();
        // The schema marks what it names itself; the item's own name is for the rest.
        const bool named = value.person != nullptr && value.value == value.person->data.given("name");
        const bool own = !named && list == &status.values && value.schema != nullptr && marks(*value.schema);
        if (contained) {
          out += "<div";
          append_itemprop(out, item.itemprop_parent);
          out += '>';
        }
        if (!own) {
          out += "<div";
          append_itemprop(out, item.itemprop);
          out += '>';
        }
        cell(out, value, own);
        if (!own) out += "</div>";
        if (contained) out += "</div>";
      }
    }
  }

  // Whether values of this schema carry an itemprop of their own somewhere.
  static bool marks(const Schema& schema) {
    if (!describe(schema).itemprop.empty()) return true;
    const Schema* item = items(schema);
    if (item == nullptr) return false;
    if (!describe(*item).itemprop.empty()) return true;
    return std::ranges::any_of(members(*item), [](const auto& m) { return !m.second.itemprop.empty(); });
  }

  void cell(std::string& out, const Disclosed& value, bool with_itemprop) const {
    if (value.person != nullptr && value.value == value.person->data.given("name")) {
      out += html_.person(*value.person);
      return;
    }
    if (value.document != nullptr && value.value == value.document->data.given("files")) {
      return html_.documents(out, *value.document, false, {});
    }
    if (value.document != nullptr && value.value == value.document->data.given("annexes") &&
        value.value->is_list()) {
      return html_.documents(out, *value.document, true, {});
    }
    html_.value(out, *value.value, value.schema, with_itemprop);
  }

  // What tells the rows of a table apart.
  static const void* row_of(const Disclosed& value) {
    if (!value.rows.empty()) return value.rows.front();
    if (value.person != nullptr) return value.person;
    return value.document;
  }

  struct Part {
    const ItemStatus* status;
    std::size_t source;
    std::string text;
  };

  void shared_table(std::string& out, const std::string& list) {
    std::vector<Part> parts;
    std::vector<const Disclosed*> rows;   // the first value met of every row
    std::vector<const Disclosed*> whole;  // the list itself is stated absent
    for (const std::size_t i : group_.items) {
      const ItemStatus& status = disclosure_.items[i];
      for (std::size_t s = 0; s < status.item->sources.size(); ++s) {
        const std::string source = plain_source(status.item->sources[s]);
        if (list_of(source) != list) continue;
        if (std::ranges::none_of(parts, [&](const Part& part) { return part.text == source; }))
          parts.push_back({&status, s, source});
        for (const auto* values : {&status.values, &status.absences}) {
          for (const Disclosed& value : *values) {
            if (value.source != s) continue;
            if (row_of(value) == nullptr) {
              if (whole.empty()) whole.push_back(&value);
              continue;
            }
            const bool known =
                std::ranges::any_of(rows, [&](const Disclosed* r) { return row_of(*r) == row_of(value); });
            if (!known) rows.push_back(&value);
          }
        }
      }
    }
    for (const Disclosed* absent : whole) {
      out += "<div";
      append_itemprop(out, container(parts));
      out += '>';
      html_.absence(out, *absent->value);
      out += "</div>";
    }
    if (rows.empty()) return;
    out += "<div class=\"values\">";
    html_.table(out, make_table(parts, rows));
    out += "</div>";
  }

  // All containers that the columns want around them: "eduAccred eduOp".
  std::string container(const std::vector<Part>& parts) const {
    std::string names;
    auto add = [&](std::string_view name) {
      if (name.empty() || (" " + names + " ").find(" " + std::string(name) + " ") != std::string::npos)
        return;
      names += (names.empty() ? "" : " ") + std::string(name);
    };
    for (const Part& part : parts) add(part.status->item->itemprop_parent);
    for (const Part& part : parts) {
      if (part.status->item->itemprop_parent.empty() && is_container(part.status->item->itemprop))
        add(part.status->item->itemprop);
    }
    return names;
  }

  bool is_container(std::string_view itemprop) const {
    static constexpr std::array<std::string_view, 3> others{"structOrgUprav", "teachingStaff", "eduAccred"};
    return std::ranges::find(others, itemprop) != others.end() ||
           std::ranges::any_of(site_.catalogue.items, [&](const DisclosureItem& i) {
             return !itemprop.empty() && i.itemprop_parent == itemprop;
           });
  }

  HtmlTable make_table(const std::vector<Part>& parts, const std::vector<const Disclosed*>& rows) const {
    HtmlTable table;
    table.caption = parts.front().status->item->label.in(locale_);  // a group may hold several tables
    const std::string wrapper = container(parts);
    std::vector<const Part*> columns;
    for (const Part& part : parts) {
      const std::string key = last_key(part.text);
      const Schema* schema = schema_of(part);
      const Field field = schema != nullptr ? describe(*schema) : Field{};
      const std::string label =
          field.label != nullptr ? field.label->in(locale_) : part.status->item->label.in(locale_);
      if (key == "name") {
        table.header_label = label;
        table.header_disclosure = part.status->item->id;
        table.header_state = name(part.status->state);
        continue;
      }
      if (schema == nullptr) continue;  // nobody gives it
      columns.push_back(&part);
      std::string itemprop = part.text == main_source(*part.status->item) ? part.status->item->itemprop : "";
      if (is_container(itemprop)) itemprop.clear();
      if (!field.itemprop.empty()) itemprop = field.itemprop;
      const bool wide = field.widget == "localised-textarea" ||
                        (field.shape == Shape::list && !part.text.starts_with("people/") &&
                         items(*schema) != nullptr && describe(*items(*schema)).shape == Shape::localised);
      const bool optional = part.status->item->sources[part.source].ends_with('?');
      table.columns.push_back(
          {label, itemprop, part.status->item->id, name(part.status->state), wide, optional});
    }
    if (table.header_label.empty()) table.header_label = locale_ == Locale::ky ? "Аталышы" : "Название";
    for (const Disclosed* first : rows) {
      HtmlTable::Row& row = table.rows.emplace_back();
      row.itemprop = wrapper;
      header(row, *first);
      for (const Part* part : columns) {
        std::string html;
        for (const auto* values : {&part->status->values, &part->status->absences}) {
          for (const Disclosed& value : *values) {
            if (value.source == part->source && row_of(value) == row_of(*first)) cell(html, value, false);
          }
        }
        row.cells.push_back(std::move(html));
      }
    }
    return table;
  }

  static const Schema* schema_of(const Part& part) {
    for (const auto* values : {&part.status->values, &part.status->absences}) {
      for (const Disclosed& value : *values) {
        if (value.source == part.source && value.schema != nullptr) return value.schema;
      }
    }
    return nullptr;
  }

  void header(HtmlTable::Row& row, const Disclosed& value) const {
    const Node* name = value.rows.empty() ? nullptr : value.rows.front()->given("name");
    if (name != nullptr) {
      html_.localised(row.header, *name, false);
      row.header_itemprop = row.itemprop.find("edu") == 0 ? "eduName" : "name";
    } else if (!value.rows.empty() && value.rows.front()->given("document") != nullptr) {
      const Document* document = site_.model.document(value.rows.front()->text_of("document"));
      if (document != nullptr) html_.document_link(row.header, *document, {});
    } else if (value.person != nullptr) {
      row.header = html_.person(*value.person);
      row.header_itemprop = "fio";
    } else if (value.document != nullptr) {
      html_.document_link(row.header, *value.document, {});
    }
  }

  const SiteContext& site_;
  const Disclosure& disclosure_;
  const DisclosureGroup& group_;
  const Locale locale_;
  const ValueHtml html_;
  std::map<std::string, std::string, std::less<>> shown_;  // source or list → id of the item that shows it
};

}  // namespace

std::vector<std::string> disclosure_values(const SiteContext& site, const DisclosureGroup& group,
                                           Locale locale) {
  return GroupHtml(site, group, locale).run();
}

}  // namespace mektep
