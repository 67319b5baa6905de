// The page «Мектеп сандарда · Школа в цифрах» and its downloads, made of published terms only.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "outputs/statistics/published.h"

namespace mektep {

struct StatisticsPage {
  const SchoolStatistics* statistics = nullptr;
  std::vector<PublishedTerm> terms;  // oldest first
};

// Text of the page; `href` makes the address of a download from its name.
std::string statistics_html(const StatisticsPage& page, Locale locale,
                            const std::function<std::string(const std::string&)>& href);

// A row of bars a unit: inline SVG with title and description; the table beside it says the same.
struct Bar {
  std::string label;
  std::string text;          // «45,5 %», «c»
  std::int64_t tenths = -1;  // of a per cent; -1 = no number: an outline instead of a bar
};
std::string bar_chart(const std::string& id, const std::string& title, const std::string& description,
                      const std::vector<Bar>& bars);

// Every shown number of a term: table, unit, subject, measure, value, symbol. Same values as on the page.
std::string term_csv(const PublishedTerm& term, const privacy::Policy& policy);
std::string term_json(const PublishedTerm& term, const privacy::Policy& policy);
std::string download_name(const PublishedTerm& term, std::string_view extension);  // 2025-2026-q1.csv

}  // namespace mektep
