// Records side by side: a table that scrolls by itself, or a section for each record when its texts are long
// or its columns are too many for a page.
#include "base/text.h"
#include "outputs/disclosure/value.h"

namespace mektep {

namespace {

void append_disclosure(std::string& out, std::string_view id, std::string_view state) {
  if (id.empty()) return;
  out += " data-disclosure=\"";
  append_html(out, id);
  out += "\" data-status=\"";
  append_html(out, state);
  out += '"';
}

constexpr std::size_t most_columns = 7;

// A table inside a row scrolls under a label of its own: the number of the row makes it unique on the page.
std::string with_labels_of_row(std::string cell, std::size_t number) {
  static constexpr std::string_view label = "<section class=\"scroll\" tabindex=\"0\" aria-label=\"";
  const std::string suffix = ", " + std::to_string(number);
  for (std::size_t at = cell.find(label); at != std::string::npos; at = cell.find(label, at)) {
    at = cell.find('"', at + label.size());
    cell.insert(at, suffix);
  }
  return cell;
}

}  // namespace

void ValueHtml::table(std::string& out, HtmlTable table) const {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::string& cell : table.rows[r].cells) cell = with_labels_of_row(std::move(cell), r + 1);
  }
  const bool headed =
      std::ranges::any_of(table.rows, [](const HtmlTable::Row& row) { return !row.header.empty(); });
  const bool sections =
      table.columns.size() > most_columns || std::ranges::any_of(table.columns, &HtmlTable::Column::wide);
  if (sections) {
    for (const HtmlTable::Row& row : table.rows) {
      out += "<section class=\"record\"";
      append_itemprop(out, row.itemprop);
      out += '>';
      if (headed) {
        out += "<h3";
        append_itemprop(out, row.header_itemprop);
        append_disclosure(out, table.header_disclosure, table.header_state);
        out += '>' + row.header + "</h3>";
      }
      out += "<dl class=\"facts\">";
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const HtmlTable::Column& column = table.columns[c];
        if (row.cells[c].empty() && (column.optional || column.disclosure.empty())) continue;
        out += "<dt>";
        append_html(out, column.label);
        out += "</dt><dd";
        append_itemprop(out, column.itemprop);
        append_disclosure(out, column.disclosure, column.state);
        out += '>' + (row.cells[c].empty() ? not_given() : row.cells[c]) + "</dd>";
      }
      out += "</dl></section>";
    }
    return;
  }
  out += "<section class=\"scroll\" tabindex=\"0\" aria-label=\"";
  append_html(out, table.caption);
  out += "\"><table class=\"cards\"><thead><tr>";
  if (headed) {
    out += "<th scope=\"col\">";
    append_html(out, table.header_label);
    out += "</th>";
  }
  for (const HtmlTable::Column& column : table.columns) {
    out += "<th scope=\"col\">";
    append_html(out, column.label);
    out += "</th>";
  }
  out += "</tr></thead><tbody>";
  for (const HtmlTable::Row& row : table.rows) {
    out += "<tr";
    append_itemprop(out, row.itemprop);
    out += '>';
    if (headed) {
      out += "<th scope=\"row\"";
      append_itemprop(out, row.header_itemprop);
      append_disclosure(out, table.header_disclosure, table.header_state);
      out += '>' + row.header + "</th>";
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      out += "<td";
      append_itemprop(out, table.columns[c].itemprop);
      append_disclosure(out, table.columns[c].disclosure, table.columns[c].state);
      // On a phone a row becomes a card: there the cell says itself what it is.
      out += " data-label=\"";
      append_html(out, table.columns[c].label);
      out += '"';
      out += '>' +
             (!row.cells[c].empty()       ? row.cells[c]
              : table.columns[c].optional ? "–"
                                          : not_given()) +
             "</td>";
    }
    out += "</tr>";
  }
  out += "</tbody></table></section>";
}

}  // namespace mektep
