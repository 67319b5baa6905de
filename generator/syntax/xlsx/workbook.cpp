#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "base/text.h"
#include "syntax/xlsx/archive.h"
#include "syntax/xlsx/rules.h"
#include "syntax/xlsx/xlsx.h"

namespace mektep {
namespace {

constexpr std::uint32_t max_columns = 16'384, max_rows = 1'048'576;

// Names without their prefix: some programs write <x:row>.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& node : parent.children())
    if (local_name(node) == name) return node;
  return {};
}

// The texts <t> of a string, runs of rich text joined, readings of Asian scripts left out.
std::string text_of_string(const pugi::xml_node& string) {
  std::string out;
  for (const pugi::xml_node& part : string.children()) {
    if (local_name(part) == "t") out += part.child_value();
    if (local_name(part) == "r") out += child(part, "t").child_value();
  }
  return out;
}

// Column of "C14", from 0; nullopt when it is none.
std::optional<std::uint32_t> column_of(std::string_view reference) {
  std::uint32_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    if (column > max_columns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class WorkbookReader {
 public:
  WorkbookReader(const ZipArchive& archive, const std::string& file, Findings& findings,
                 const XlsxLimits& limits)
      : archive_(archive), file_(file), findings_(findings), limits_(limits) {}

  std::optional<std::vector<XlsxSheet>> read() {
    pugi::xml_document workbook, relations;
    if (!parse("xl/workbook.xml", workbook) || !parse("xl/_rels/workbook.xml.rels", relations))
      return std::nullopt;
    std::map<std::string, std::string, std::less<>> targets;
    for (const pugi::xml_node& relation : relations.document_element().children()) {
      if (std::string_view(relation.attribute("TargetMode").value()) == "External") continue;
      std::string target = relation.attribute("Target").value();
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      targets[relation.attribute("Id").value()] = target;
    }
    if (!read_strings()) return std::nullopt;
    std::vector<XlsxSheet> sheets;
    for (const pugi::xml_node& entry : child(workbook.document_element(), "sheets").children()) {
      std::string id;
      for (const pugi::xml_attribute& attribute : entry.attributes())
        if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
      const auto target = targets.find(id);
      if (target == targets.end() || target->second.find("worksheets/") == std::string::npos) continue;
      if (sheets.size() == limits_.sheets) return refuse(rules::xlsx_too_big);
      pugi::xml_document part;
      if (!parse(target->second, part)) return std::nullopt;
      XlsxSheet sheet{entry.attribute("name").value(), {}};
      if (find_invalid_utf8(sheet.name)) return refuse(rules::xlsx_damaged);
      if (!read_rows(child(part.document_element(), "sheetData"), sheet)) return std::nullopt;
      sheets.push_back(std::move(sheet));
    }
    if (sheets.empty()) return refuse(rules::xlsx_damaged);
    return sheets;
  }

 private:
  std::nullopt_t refuse(const Rule& rule) {
    findings_.emplace_back(rule, Place{file_, {}});
    return std::nullopt;
  }

  bool parse(const std::string& name, pugi::xml_document& document) {
    const std::size_t left = limits_.total_bytes - std::min(used_, limits_.total_bytes);
    switch (archive_.read(name, std::min(limits_.part_bytes, left), part_)) {
      case ZipArchive::Outcome::too_big:
        refuse(rules::xlsx_too_big);
        return false;
      case ZipArchive::Outcome::absent:
      case ZipArchive::Outcome::damaged:
        refuse(rules::xlsx_damaged);
        return false;
      case ZipArchive::Outcome::read:
        break;
    }
    used_ += part_.size();
    if (part_.find("<!DOCTYPE") != std::string::npos || part_.find("<!ENTITY") != std::string::npos) {
      refuse(rules::xlsx_dtd);
      return false;
    }
    // White space of <t xml:space="preserve"> counts; nothing else of XML's extras is wanted.
    if (!document.load_buffer(
            part_.data(), part_.size(),
            pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single,
            pugi::encoding_utf8)) {
      refuse(rules::xlsx_damaged);
      return false;
    }
    return true;
  }

  bool read_strings() {
    std::string probe;
    if (archive_.read("xl/sharedStrings.xml", 1, probe) == ZipArchive::Outcome::absent) return true;
    pugi::xml_document document;
    if (!parse("xl/sharedStrings.xml", document)) return false;
    for (const pugi::xml_node& string : document.document_element().children()) {
      if (strings_.size() == limits_.cells) {
        refuse(rules::xlsx_too_big);
        return false;
      }
      strings_.push_back(text_of_string(string));
    }
    return true;
  }

  bool read_rows(const pugi::xml_node& data, XlsxSheet& sheet) {
    std::uint32_t last = 0;
    for (const pugi::xml_node& node : data.children()) {
      if (local_name(node) != "row") continue;
      const std::uint32_t given = number_of(node.attribute("r").value());
      XlsxRow row{given != 0 ? given : last + 1, {}};
      if (row.number <= last || row.number > max_rows) {
        refuse(rules::xlsx_damaged);
        return false;
      }
      last = row.number;
      if (!read_cells(node, row)) return false;
      if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
    }
    return true;
  }

  bool read_cells(const pugi::xml_node& node, XlsxRow& row) {
    std::uint32_t next = 0;
    for (const pugi::xml_node& cell : node.children()) {
      if (local_name(cell) != "c") continue;
      const char* const reference = cell.attribute("r").value();
      const std::optional<std::uint32_t> column =
          *reference == '\0' ? std::optional(next) : column_of(reference);
      if (!column || *column < next || *column >= max_columns) {
        refuse(rules::xlsx_damaged);
        return false;
      }
      next = *column + 1;
      XlsxCell read{*column, text_of_cell(cell), !child(cell, "f").empty()};
      if (trim(read.text).empty() && !read.formula) continue;
      if (find_invalid_utf8(read.text)) {
        refuse(rules::xlsx_damaged);
        return false;
      }
      if (++cells_ > limits_.cells) {
        refuse(rules::xlsx_too_big);
        return false;
      }
      row.cells.push_back(std::move(read));
    }
    return true;
  }

  std::string text_of_cell(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of_string(child(cell, "is"));
    const std::string_view value = child(cell, "v").child_value();
    if (type != "s") return std::string(value);
    const std::uint32_t index = number_of(value);
    return !value.empty() && index < strings_.size() ? strings_[index] : std::string();
  }

  const ZipArchive& archive_;
  const std::string& file_;
  Findings& findings_;
  const XlsxLimits& limits_;
  std::string part_;
  std::vector<std::string> strings_;
  std::size_t used_ = 0, cells_ = 0;
};

}  // namespace

const XlsxCell* XlsxRow::find(std::uint32_t column) const {
  const auto it = std::lower_bound(cells.begin(), cells.end(), column,
                                   [](const XlsxCell& cell, std::uint32_t c) { return cell.column < c; });
  return it == cells.end() || it->column != column ? nullptr : &*it;
}

std::optional<std::vector<XlsxSheet>> read_xlsx(std::string_view bytes, const std::string& file,
                                                Findings& findings, const XlsxLimits& limits) {
  const auto archive = ZipArchive::open(bytes, limits.entries);
  if (!archive) {
    findings.emplace_back(rules::xlsx_damaged, Place{file, {}});
    return std::nullopt;
  }
  return WorkbookReader(*archive, file, findings, limits).read();
}

}  // namespace mektep
