#include "editor/audit/audit_log.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <deque>
#include <fstream>
#include <mutex>

#include "base/date.h"
#include "base/digest.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

const std::string first_hash(64, '0');

// Everything of a line but its hash, which is made of the line before and this.
std::string body_of(const Event& event, std::int64_t number, std::string_view time) {
  JsonWriter json;
  json.begin_object();
  json.key("number").value(number).key("time").value(time).key("what").value(event.what);
  if (!event.allowed) json.key("denied").value(true);
  if (event.account != 0) json.key("account").value(event.account).key("name").value(event.name);
  if (!event.address.empty()) json.key("address").value(event.address);
  if (!event.object.empty()) json.key("object").value(event.object);
  if (!event.details.empty()) {
    json.key("details").begin_object();
    for (const auto& [key, value] : event.details) json.key(key).value(value);
    json.end_object();
  }
  json.end_object();
  return json.take();
}

std::string line_of(std::string body, std::string_view hash) {
  body.pop_back();  // the closing brace
  return body + ",\"hash\":\"" + std::string(hash) + "\"}\n";
}

std::string chained(std::string_view previous, std::string_view body) {
  return sha256_hex(std::string(previous) + std::string(body));
}

// The body and the hash of a line; nullopt: it has not this shape.
std::optional<std::pair<std::string, std::string>> take_apart(std::string_view line) {
  constexpr std::string_view mark = ",\"hash\":\"";
  const std::size_t tail = mark.size() + 64 + 2;
  if (line.size() <= tail || !line.ends_with("\"}")) return std::nullopt;
  if (line.substr(line.size() - tail, mark.size()) != mark) return std::nullopt;
  return std::pair{std::string(line.substr(0, line.size() - tail)) + "}",
                   std::string(line.substr(line.size() - 66, 64))};
}

std::int64_t integer(const Node& node, std::string_view key) {
  std::int64_t value = 0;
  for (const char c : node.text_of(key)) value = value * 10 + (c - '0');
  return value;
}

LoggedEvent read_event(std::string_view line) {
  Findings faults;
  const Node node = parse_json(line, "log", faults);
  LoggedEvent logged;
  if (!faults.empty() || !node.is_map()) return logged;
  logged.number = integer(node, "number");
  logged.time = node.text_of("time");
  Event& event = logged.event;
  event.what = node.text_of("what");
  event.allowed = !node.get("denied");
  event.account = integer(node, "account");
  event.name = node.text_of("name");
  event.address = node.text_of("address");
  event.object = node.text_of("object");
  if (const Node* details = node.get("details"))
    for (const Node::Member& member : details->members)
      event.details.emplace_back(member.key, member.value.text);
  return logged;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// One process at a time.
class FileLock {
 public:
  explicit FileLock(int descriptor) : descriptor_(descriptor) { ::flock(descriptor_, LOCK_EX); }
  ~FileLock() { ::flock(descriptor_, LOCK_UN); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace

struct AuditLog::State {
  explicit State(const Machine& m) : machine(m) {}
  ~State() {
    if (descriptor >= 0) ::close(descriptor);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // Reads what another process (the command line beside the server) has added since.
  void catch_up() {
    struct stat about{};
    if (::fstat(descriptor, &about) == 0 && about.st_size == size) return;
    std::ifstream in(file, std::ios::binary);
    in.seekg(size);
    for (std::string line; std::getline(in, line) && !in.eof();) {
      size += static_cast<std::int64_t>(line.size()) + 1;
      ++number;
      if (const auto parts = take_apart(line)) hash = parts->second;
    }
  }

  std::string file;
  const Machine& machine;
  mutable std::mutex mutex;
  int descriptor = -1;
  std::int64_t number = 0;  // of the last line
  std::string hash = first_hash;
  std::int64_t size = 0;  // of all whole lines
};

AuditLog::AuditLog(std::unique_ptr<State> state) : state_(std::move(state)) {}
AuditLog::~AuditLog() = default;

std::expected<std::unique_ptr<AuditLog>, int> AuditLog::open(const std::string& file,
                                                             const Machine& machine) {
  auto state = std::make_unique<State>(machine);
  state->file = file;
  state->descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (state->descriptor < 0) return std::unexpected(errno);
  const FileLock alone(state->descriptor);
  state->catch_up();
  if (::ftruncate(state->descriptor, state->size) != 0) return std::unexpected(errno);
  return std::unique_ptr<AuditLog>(new AuditLog(std::move(state)));
}

bool AuditLog::append(const Event& event) {
  const std::lock_guard lock(state_->mutex);
  const FileLock alone(state_->descriptor);
  state_->catch_up();
  const std::string body = body_of(event, state_->number + 1, utc_time(state_->machine.now()));
  const std::string hash = chained(state_->hash, body);
  const std::string line = line_of(body, hash);
  if (!write_all(state_->descriptor, line) || ::fdatasync(state_->descriptor) != 0) {
    // What was written of it must not stand before the next line.
    (void)!::ftruncate(state_->descriptor, state_->size);
    return false;
  }
  state_->size += static_cast<std::int64_t>(line.size());
  state_->hash = hash;
  ++state_->number;
  return true;
}

std::vector<LoggedEvent> AuditLog::latest(std::size_t limit, std::string_view object,
                                          std::int64_t account) const {
  const bool all = object.empty() && account == 0;
  std::deque<std::string> lines;
  std::ifstream in(state_->file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(std::move(line));
    if (all && lines.size() > limit) lines.pop_front();
  }
  std::vector<LoggedEvent> events;
  for (std::size_t i = lines.size(); i-- > 0 && events.size() < limit;) {
    LoggedEvent logged = read_event(lines[i]);
    if (logged.number == 0 || (!object.empty() && logged.event.object != object)) continue;
    if (account != 0 && logged.event.account != account) continue;
    events.push_back(std::move(logged));
  }
  return events;
}

ChainReport AuditLog::verify() const {
  // A long log takes a while: what is appended meanwhile does not wait, and is looked at the next time.
  std::int64_t number = 0;
  {
    const std::lock_guard lock(state_->mutex);
    const FileLock alone(state_->descriptor);
    state_->catch_up();
    number = state_->number;
  }
  ChainReport report;
  report.last_hash = first_hash;
  std::ifstream in(state_->file, std::ios::binary);
  for (std::string line; report.lines < number && std::getline(in, line);) {
    ++report.lines;
    const auto parts = take_apart(line);
    const bool follows = parts && chained(report.last_hash, parts->first) == parts->second &&
                         read_event(line).number == report.lines;
    if (!follows && !report.broken_at) report.broken_at = report.lines;
    if (parts) report.last_hash = parts->second;
  }
  if (!report.broken_at && report.lines != number) report.broken_at = report.lines + 1;
  return report;
}

std::int64_t LoggedEvent::seconds() const {
  const auto minute = parse_date_time(std::string_view(time).substr(0, 16));
  if (!minute || time.size() != 20) return 0;
  return std::int64_t{minute->date.days()} * 86'400 + minute->minutes * 60 + (time[17] - '0') * 10 +
         time[18] - '0';
}

std::string utc_time(std::int64_t unix_seconds) {
  const std::int64_t in_day = (unix_seconds % 86'400 + 86'400) % 86'400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date_at(unix_seconds, 0).iso(), in_day / 3600, in_day / 60 % 60,
                     in_day % 60);
}

}  // namespace mektep::editor
