#include "statistics/privacy/counts.h"

namespace mektep::privacy {

CellId RawCounts::add(Cell cell) {
  cells_.push_back(std::move(cell));
  return static_cast<CellId>(cells_.size() - 1);
}

void RawCounts::add_total(CellId total, std::span<const CellId> parts) {
  Relation relation{{total, -1}};
  relation.reserve(parts.size() + 1);
  for (const CellId part : parts) relation.push_back({part, 1});
  relations_.push_back(std::move(relation));
}

void RawCounts::add_balance(CellId start, CellId arrived, CellId departed, CellId end) {
  relations_.push_back({{start, 1}, {arrived, 1}, {departed, -1}, {end, -1}});
}

void RawCounts::add_relation(Relation relation) {
  relations_.push_back(std::move(relation));
}

void RawCounts::add_implied(Relation relation) {
  implied_.push_back(std::move(relation));
}

std::uint32_t RawCounts::add_percentage(std::string key, std::span<const CellId> numerator,
                                        CellId denominator, int decimals) {
  Figure figure{.key = std::move(key), .denominator = denominator, .decimals = decimals};
  figure.numerator.reserve(numerator.size());
  for (const CellId cell : numerator) figure.numerator.push_back({cell, 100});
  figures_.push_back(std::move(figure));
  return static_cast<std::uint32_t>(figures_.size() - 1);
}

std::uint32_t RawCounts::add_average(std::string key, std::vector<Term> weighted, CellId denominator,
                                     int decimals) {
  figures_.push_back({.key = std::move(key),
                      .kind = FigureKind::average,
                      .numerator = std::move(weighted),
                      .denominator = denominator,
                      .decimals = decimals});
  return static_cast<std::uint32_t>(figures_.size() - 1);
}

}  // namespace mektep::privacy
