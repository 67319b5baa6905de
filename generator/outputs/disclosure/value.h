// One value of school/, people/ or documents/ as HTML, by its schema. Inner part of disclosure.h.
#pragma once
#include <string>
#include <string_view>

#include "facts/disclosure/disclosure.h"
#include "outputs/site_context.h"
#include "schema/describe.h"

namespace mektep {

struct HtmlTable {
  struct Column {
    std::string label, itemprop, disclosure;  // `disclosure`: id of the item that the column answers
    std::string_view state;                   // of that item, for data-status
    bool wide = false;                        // long texts: rows are shown as sections instead of a table
    bool optional = false;                    // an empty cell is no omission
  };
  struct Row {
    std::string itemprop, header, header_itemprop;  // header is HTML
    std::vector<std::string> cells;                 // HTML; empty = not given
  };
  std::string caption, header_label, header_disclosure;
  std::string_view header_state;
  std::vector<Column> columns;
  std::vector<Row> rows;
};

class ValueHtml {
 public:
  ValueHtml(const SiteContext& site, Locale locale) : site_(site), locale_(locale) {}

  // `with_itemprop`: the value carries the name that its schema gives it.
  void value(std::string& out, const Node& node, const Schema* schema, bool with_itemprop = true) const;
  void absence(std::string& out, const Node& absent) const;
  void documents(std::string& out, const Document& document, bool annexes, std::string_view itemprop) const;
  void document_link(std::string& out, const Document& document, std::string_view itemprop) const;
  void table(std::string& out, HtmlTable table) const;
  void localised(std::string& out, const Node& node, bool paragraphs) const;
  // The name that may be published, or else the post with a word on why.
  std::string person(const Person& person) const;
  std::string not_given() const;

 private:
  void scalar(std::string& out, const Node& node, const Field& field) const;
  void list(std::string& out, const Node& node, const Schema* schema, const Field& field) const;
  void map(std::string& out, const Node& node, const Schema* schema) const;
  void records(std::string& out, const Node& list, const Schema& item, const Field& field) const;
  bool known_map(std::string& out, const Node& node, const Schema* schema) const;
  std::string words(std::string_view ky, std::string_view ru) const {
    return std::string(locale_ == Locale::ky ? ky : ru);
  }

  const SiteContext& site_;
  const Locale locale_;
};

// What a value says in one line of at most `letters` letters, without mark-up; a cut value ends in «…».
std::string value_summary(std::string_view html, std::size_t letters);

// Appends ` itemprop="name"`; nothing for an empty name.
void append_itemprop(std::string& out, std::string_view name);

}  // namespace mektep
