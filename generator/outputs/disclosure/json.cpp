#include "syntax/json.h"

#include "base/text.h"
#include "content/read.h"
#include "outputs/disclosure/disclosure.h"
#include "schema/describe.h"

namespace mektep {

namespace {

class JsonReport {
 public:
  explicit JsonReport(const SiteContext& site) : site_(site), disclosure_(site.facts.disclosure), json_(1) {}

  std::string run() {
    json_.begin_object();
    json_.key("format").value("mektep-disclosure-1");
    json_.key("generator").value(site_.options.generator);
    json_.key("revision");
    site_.facts.revision.empty() ? json_.null() : json_.value(site_.facts.revision);
    json_.key("as_of").value(site_.facts.today.iso());
    json_.key("base_url").value(site_.options.base_url);
    json_.key("itemprop_version").value(site_.catalogue.itemprop_version);
    json_.key("counts").begin_object();
    for (std::size_t i = 0; i < disclosure_states; ++i) {
      json_.key(name(static_cast<DisclosureState>(i)))
          .value(static_cast<std::int64_t>(disclosure_.counts[i]));
    }
    json_.end_object();
    json_.key("withheld_people").value(static_cast<std::int64_t>(disclosure_.withheld_people));
    json_.key("items").begin_array();
    for (std::size_t i = 0; i < disclosure_.items.size(); ++i) item(disclosure_.items[i]);
    json_.end_array();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  void date(std::string_view key, const std::optional<Date>& date) {
    json_.key(key);
    date ? json_.value(date->iso()) : json_.null();
  }

  void item(const ItemStatus& status) {
    const DisclosureItem& item = *status.item;
    json_.begin_object();
    json_.key("id").value(item.id);
    json_.key("number").value(item.number);
    json_.key("clauses").value(item.clauses);
    json_.key("group").value(item.group);
    json_.key("label").begin_object();
    json_.key("ky").value(item.label.ky);
    json_.key("ru").value(item.label.ru);
    json_.end_object();
    json_.key("requirement").value(item.requirement == Requirement::must ? "must" : "should");
    json_.key("state").value(name(status.state));
    json_.key("languages").begin_array();
    for (const Locale locale : all_locales) {
      if (status.languages[index(locale)]) json_.value(code(locale));
    }
    json_.end_array();
    date("last_changed", status.changed);
    date("last_review", status.reviewed);
    date("next_review", status.next_review);
    json_.key("responsible");
    bilingual(status.responsible);
    json_.key("withheld").value(static_cast<std::int64_t>(status.withheld));
    if (status.withheld_files > 0)
      json_.key("withheld_files").value(static_cast<std::int64_t>(status.withheld_files));
    if (const DisclosureGroup* group = site_.catalogue.group(item.group)) {
      json_.key("url").value(site_.absolute(disclosure_path(*group, Locale::ky)) + "#" + item.id);
    }
    json_.key("values").begin_array();
    for (const auto* list : {&status.values, &status.absences}) {
      for (const Disclosed& value : *list) this->value(item, value);
    }
    json_.end_array();
    documents(status);
    json_.end_object();
  }

  void bilingual(const Bilingual& text) {
    json_.begin_object();
    for (const Locale locale : all_locales) {
      if (!text.in(locale).empty()) json_.key(code(locale)).value(text.in(locale));
    }
    json_.end_object();
  }

  void value(const DisclosureItem& item, const Disclosed& value) {
    json_.begin_object();
    json_.key("source").value(item.sources[value.source]);
    json_.key("value");
    if (value.person != nullptr && value.value == value.person->data.given("name")) {
      person(*value.person);
    } else {
      document_ = value.document;
      node(*value.value, value.schema);
    }
    json_.end_object();
  }

  // A name only with consent; without it the number withheld is all that is told.
  void person(const Person& person) {
    const PublicPerson shown = site_.facts.consents.publish(person);
    if (shown.name_withheld()) {
      json_.null();
      return;
    }
    bilingual({{shown.full_name(Locale::ky), shown.full_name(Locale::ru)}});
  }

  void node(const Node& node, const Schema* schema) {
    const Field field = schema != nullptr ? describe(*schema) : Field{};
    switch (node.kind) {
      case Node::Kind::null:
        json_.null();
        return;
      case Node::Kind::scalar:
        if (field.refers_to == "people") {  // an id is made of the name
          if (const Person* found = site_.model.person(node.text)) return person(*found);
          json_.null();
        } else if (field.shape == Shape::integer) {
          json_.value(static_cast<std::int64_t>(std::strtoll(node.text.c_str(), nullptr, 10)));
        } else if (field.shape == Shape::boolean) {
          json_.value(node.text == "true");
        } else {
          json_.value(node.text);
        }
        return;
      case Node::Kind::list:
        json_.begin_array();
        for (const Node& item : node.items) this->node(item, schema != nullptr ? items(*schema) : nullptr);
        json_.end_array();
        return;
      case Node::Kind::map:
        json_.begin_object();
        if (is_withheld_file(node)) {
          json_.key("withheld").value(true).end_object();
          return;
        }
        for (const Node::Member& m : node.members) {
          json_.key(m.key);
          this->node(m.value, schema != nullptr ? member(*schema, m.key) : nullptr);
        }
        json_.end_object();
        return;
    }
  }

  // The name of a file and its title may name whoever the file names (ICT-22).
  bool is_withheld_file(const Node& node) const {
    const Node* file = document_ != nullptr ? node.given("file") : nullptr;
    return file != nullptr && site_.facts.consents.withholds(resolve_path(document_->file, file->text));
  }

  void documents(const ItemStatus& status) {
    std::vector<const Document*> documents;
    for (const Disclosed& value : status.values) {
      if (value.document == nullptr || std::ranges::find(documents, value.document) != documents.end())
        continue;
      documents.push_back(value.document);
    }
    json_.key("documents").begin_array();
    for (const Document* document : documents) {
      json_.begin_object();
      json_.key("id").value(document->id);
      json_.key("title");
      bilingual(document->title);
      json_.key("number").value(document->number);
      date("date", document->date);
      date("in_force_until", document->in_force_until);
      for (const bool annexes : {false, true}) {
        json_.key(annexes ? "annexes" : "files").begin_array();
        for (const DocumentFile& file : annexes ? document->annexes : document->files) {
          if (file.sha256.empty() || site_.facts.consents.withholds(file.path)) continue;
          json_.begin_object();
          json_.key("url").value(site_.absolute(site_.facts.permalinks.of_asset(file.path)));
          json_.key("bytes").value(static_cast<std::int64_t>(file.size));
          json_.key("sha256").value(file.sha256);
          json_.end_object();
        }
        json_.end_array();
      }
      json_.end_object();
    }
    json_.end_array();
  }

  const SiteContext& site_;
  const Disclosure& disclosure_;
  JsonWriter json_;
  const Document* document_ = nullptr;  // that the value is of
};

}  // namespace

std::string disclosure_json(const SiteContext& site) {
  return JsonReport(site).run();
}

}  // namespace mektep
