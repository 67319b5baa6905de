#include "editor/upkeep/upkeep.h"

#include "base/text.h"
#include "editor/accounts/sessions.h"
#include "editor/accounts/throttle.h"
#include "editor/repository/repack.h"

namespace mektep::editor {
namespace {

using Kind = UpkeepReport::Kind;

constexpr std::array steps{Migration{"upkeep", 1, R"(
CREATE TABLE upkeep (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  time INTEGER NOT NULL,
  faults TEXT NOT NULL);
)"}};

constexpr std::int64_t hour = 3600, day = 24 * hour;
constexpr std::int64_t kept_reports = 60;

std::string_view code(Kind kind) {
  return kind == Kind::start ? "start" : "night";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(text.empty() ? "" : "\n").append(line);
  return text;
}

}  // namespace

std::span<const Migration> upkeep_migrations() {
  return steps;
}

std::string fault_line(const Finding& finding, Language language) {
  return fmt::format("{}{}{} [{}]", finding.place.file, finding.place.file.empty() ? "" : ": ",
                     finding.message(language), finding.rule->id);
}

Upkeep::~Upkeep() {
  stop();
}

void Upkeep::start() {
  thread_ = std::thread([this] { run(); });
}

void Upkeep::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  stopping_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Upkeep::run() {
  work(Kind::start);
  for (;;) {
    if (is_due()) work(Kind::night);
    std::unique_lock lock(mutex_);
    // Looks once a minute: somebody may set the clock.
    if (stopping_.wait_for(lock, std::chrono::minutes(1), [this] { return stopped_; })) return;
  }
}

std::vector<std::string> Upkeep::faults() const {
  std::vector<std::string> faults =
      parts_.database.verify().value_or(std::vector<std::string>{"the database cannot be read"});
  if (const ChainReport chain = parts_.audit.verify(); chain.broken_at)
    faults.push_back(fmt::format("the log was changed from line {} on", *chain.broken_at));
  return faults;
}

Stored<void> Upkeep::tidy() {
  const std::int64_t now = parts_.machine.now();
  constexpr std::int64_t kept_usage = 2 * 366 * day;
  const std::pair<std::string_view, std::int64_t> old[] = {
      {"DELETE FROM sessions WHERE created < ?", now - SessionLimits().absolute},
      {"DELETE FROM links WHERE expires < ?", now},
      {"DELETE FROM tokens WHERE expires < ?", now},
      {"DELETE FROM attempts WHERE time < ?", now - ThrottleLimits().window},
      {"DELETE FROM usage WHERE day < date(?, 'unixepoch')", now - kept_usage},
      {"DELETE FROM upkeep WHERE id <= (SELECT max(id) FROM upkeep) - ?", kept_reports},
  };
  for (const auto& [sql, limit] : old) {
    if (auto removed = parts_.database.change(sql, {limit}); !removed)
      return std::unexpected(std::move(removed.error()));
  }
  if (auto forgotten = parts_.drafts.forget_old_copies(); !forgotten) return forgotten;
  return parts_.database.compact();
}

// The number of the night that a moment belongs to.
std::int64_t Upkeep::night_of(std::int64_t time) const {
  return (time + parts_.offset_minutes * 60 - parts_.hour * hour) / day;
}

bool Upkeep::is_due() const {
  const auto last = latest_of("WHERE kind = 'night'");
  return !last || night_of(last->time) != night_of(parts_.machine.now());
}

UpkeepReport Upkeep::work(Kind kind) {
  UpkeepReport report{.kind = kind, .time = parts_.machine.now(), .faults = {}};
  const bool night = kind == Kind::night;
  if (const auto checked = check_consistency(parts_.repository, {.history = night}); !checked) {
    report.faults.push_back(checked.error().detail);
  } else {
    for (const Finding& finding : checked->findings)
      report.faults.push_back(fault_line(finding, Language::en));
  }
  if (night) {
    for (std::string& fault : faults()) report.faults.push_back(std::move(fault));
    // What is damaged is left as it is: somebody may still mend it.
    if (report.faults.empty()) {
      if (const auto packed = repack(parts_.repository); !packed && packed.error().fault != Fault::locked)
        report.faults.push_back(packed.error().detail);
    }
    if (const auto tidied = tidy(); !tidied) report.faults.push_back(tidied.error().detail);
  }
  (void)parts_.database.change("INSERT INTO upkeep (kind, time, faults) VALUES (?, ?, ?)",
                               {std::string(code(kind)), report.time, joined(report.faults)});
  parts_.audit.append({.what = "upkeep",
                       .allowed = report.faults.empty(),
                       .object = std::string(code(kind)),
                       .details = {{"faults", std::to_string(report.faults.size())}}});
  return report;
}

std::optional<UpkeepReport> Upkeep::latest() const {
  return latest_of("");
}

std::optional<UpkeepReport> Upkeep::latest_of(std::string_view condition) const {
  const auto rows = parts_.database.query(
      fmt::format("SELECT kind, time, faults FROM upkeep {} ORDER BY id DESC LIMIT 1", condition));
  if (!rows || rows->empty()) return std::nullopt;
  const Row& row = rows->front();
  UpkeepReport report{
      .kind = row.text(0) == "start" ? Kind::start : Kind::night, .time = row.integer(1), .faults = {}};
  if (!row.text(2).empty()) {
    for (const std::string_view line : split(row.text(2), '\n')) report.faults.emplace_back(line);
  }
  return report;
}

}  // namespace mektep::editor
