#include "editor/http/metrics.h"

#include "editor/audit/audit_log.h"
#include "syntax/json.h"

namespace mektep::editor {

void Metrics::count(int status, std::int64_t milliseconds) {
  by_class_[static_cast<std::size_t>(std::clamp(status / 100, 1, 5))].fetch_add(1);
  std::size_t slot = 0;
  while (slot < bounds.size() && milliseconds > bounds[slot]) ++slot;
  by_time_[slot].fetch_add(1);
  total_milliseconds_.fetch_add(static_cast<std::uint64_t>(std::max<std::int64_t>(0, milliseconds)));
}

std::string Metrics::text() const {
  std::string out =
      "# HELP mektep_requests_total Answers by class of status.\n# TYPE mektep_requests_total counter\n";
  for (std::size_t i = 1; i < by_class_.size(); ++i)
    out += fmt::format("mektep_requests_total{{class=\"{}xx\"}} {}\n", i, by_class_[i].load());
  out +=
      "# HELP mektep_request_seconds Time from the last byte of a request to its answer.\n"
      "# TYPE mektep_request_seconds histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    sum += by_time_[i].load();
    out += fmt::format("mektep_request_seconds_bucket{{le=\"{}\"}} {}\n",
                       static_cast<double>(bounds[i]) / 1000, sum);
  }
  sum += by_time_[bounds.size()].load();
  out += fmt::format(
      "mektep_request_seconds_bucket{{le=\"+Inf\"}} {}\nmektep_request_seconds_sum {}\n"
      "mektep_request_seconds_count {}\n",
      sum, static_cast<double>(total_milliseconds_.load()) / 1000, sum);
  return out;
}

std::string Metrics::text(const UpkeepReport& report) {
  return fmt::format(
      "# HELP mektep_faults What the last look at repository, database and log found wrong.\n"
      "# TYPE mektep_faults gauge\nmektep_faults {}\n"
      "# HELP mektep_checked_seconds When that look was, as Unix time.\n"
      "# TYPE mektep_checked_seconds gauge\nmektep_checked_seconds {}\n",
      report.faults.size(), report.time);
}

std::string log_line(const RequestLine& line) {
  JsonWriter json;
  json.begin_object();
  json.key("time").value(utc_time(line.now)).key("method").value(line.method).key("path").value(line.path);
  json.key("status").value(line.status).key("ms").value(line.milliseconds).key("address").value(line.address);
  if (line.account != 0) json.key("account").value(line.account);
  if (!line.reference.empty()) json.key("reference").value(line.reference);
  if (!line.detail.empty()) json.key("detail").value(line.detail);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace mektep::editor
