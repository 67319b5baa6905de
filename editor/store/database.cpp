#include "editor/store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <mutex>

namespace mektep::editor {
namespace {

StoreError error_of(sqlite3* connection, int code) {
  StoreError error;
  switch (code & 0xff) {
    case SQLITE_FULL:
      error.kind = StoreError::Kind::full;
      break;
    case SQLITE_CONSTRAINT:
      error.kind = StoreError::Kind::constraint;
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      error.kind = StoreError::Kind::damaged;
      break;
    default:
      error.kind = StoreError::Kind::io;
  }
  error.detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  return error;
}

Cell cell_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
      return std::monostate();
    default:
      break;
  }
  const void* bytes = sqlite3_column_blob(statement, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return bytes ? std::string(static_cast<const char*>(bytes), size) : std::string();
}

int bind(sqlite3_stmt* statement, int place, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return sqlite3_bind_int64(statement, place, *number);
  if (const auto* real = std::get_if<double>(&cell)) return sqlite3_bind_double(statement, place, *real);
  if (const auto* text = std::get_if<std::string>(&cell))
    return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return sqlite3_bind_null(statement, place);
}

// One connection with its prepared statements. Used by one thread at a time.
class Connection {
 public:
  Connection() = default;
  ~Connection() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Stored<void> open(const std::string& file, bool writes) {
    const int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
    if (const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr); code != SQLITE_OK)
      return std::unexpected(error_of(handle_, code));
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 5000);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (!writes) return {};
    return run(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON; "  // what is deleted leaves no bytes behind (ICT-24)
        "PRAGMA trusted_schema=OFF;");
  }

  // Any number of statements without arguments.
  Stored<void> run(std::string_view sql) {
    const int code = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(handle_, code));
    return {};
  }

  Stored<Rows> query(std::string_view sql, const std::vector<Cell>& arguments) {
    auto statement = prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (const int code = bind(*statement, static_cast<int>(i) + 1, arguments[i]); code != SQLITE_OK)
        return std::unexpected(error_of(handle_, code));
    }
    Rows rows;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(*statement)) == SQLITE_ROW) {
      std::vector<Cell> cells;
      const int columns = sqlite3_column_count(*statement);
      cells.reserve(static_cast<std::size_t>(columns));
      for (int column = 0; column < columns; ++column) cells.push_back(cell_of(*statement, column));
      rows.emplace_back(std::move(cells));
    }
    std::optional<StoreError> error;
    if (code != SQLITE_DONE) error = error_of(handle_, code);
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);
    if (error) return std::unexpected(std::move(*error));
    return rows;
  }

  Stored<std::int64_t> change(std::string_view sql, const std::vector<Cell>& arguments) {
    if (auto rows = query(sql, arguments); !rows) return std::unexpected(rows.error());
    return sqlite3_changes64(handle_);
  }

  std::int64_t last_id() const { return sqlite3_last_insert_rowid(handle_); }

  // The file and its log as they lie on the disk.
  Stored<std::string> bytes() {
    std::string all;
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
      sqlite3_file* file = nullptr;
      if (const int code = sqlite3_file_control(handle_, "main", which, static_cast<void*>(&file));
          code != SQLITE_OK)
        return std::unexpected(error_of(handle_, code));
      if (!file || !file->pMethods) continue;
      if (const int code = append(file, all); code != SQLITE_OK)
        return std::unexpected(error_of(handle_, code));
    }
    return all;
  }

 private:
  static int append(sqlite3_file* file, std::string& all) {
    constexpr sqlite3_int64 most = 1 << 20;  // bytes at once
    sqlite3_int64 size = 0;
    if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK) return code;
    const std::size_t start = all.size();
    all.resize(start + static_cast<std::size_t>(size));
    for (sqlite3_int64 at = 0; at < size; at += most) {
      const int count = static_cast<int>(std::min(most, size - at));
      const int code =
          file->pMethods->xRead(file, all.data() + start + static_cast<std::size_t>(at), count, at);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  }

  Stored<sqlite3_stmt*> prepare(std::string_view sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return known->second;
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(handle_, code));
    statements_.emplace(std::string(sql), statement);
    return statement;
  }

  sqlite3* handle_ = nullptr;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
};

class OpenTransaction final : public Transaction {
 public:
  explicit OpenTransaction(Connection& connection) : connection_(connection) {}
  Stored<Rows> query(std::string_view sql, std::vector<Cell> arguments) override {
    return connection_.query(sql, arguments);
  }
  Stored<std::int64_t> change(std::string_view sql, std::vector<Cell> arguments) override {
    return connection_.change(sql, arguments);
  }
  std::int64_t last_id() const override { return connection_.last_id(); }

 private:
  Connection& connection_;
};

Stored<void> transact_on(Connection& connection, const std::function<Stored<void>(Transaction&)>& work) {
  if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun) return begun;
  OpenTransaction transaction(connection);
  auto done = work(transaction);
  if (done) done = connection.run("COMMIT");
  if (!done) (void)connection.run("ROLLBACK");
  return done;
}

Stored<void> migrate(Connection& connection, std::span<const Migration> steps) {
  return transact_on(connection, [&](Transaction& transaction) -> Stored<void> {
    for (const Migration& migration : steps) {
      const std::string module(migration.module);
      auto rows = transaction.query("SELECT step FROM migrations WHERE module = ?", {module});
      if (!rows) return std::unexpected(rows.error());
      const std::int64_t reached = rows->empty() ? 0 : rows->front().integer(0);
      if (reached > steps.back().step)
        return std::unexpected(StoreError{StoreError::Kind::newer, "tables of " + module});
      if (reached >= migration.step) continue;
      if (auto run = connection.run(migration.sql); !run) return run;
      auto noted = transaction.change("INSERT OR REPLACE INTO migrations VALUES (?, ?)",
                                      {module, std::int64_t{migration.step}});
      if (!noted) return std::unexpected(noted.error());
    }
    return {};
  });
}

// Makes the file with its mode before SQLite does, and takes away what others may do to an old one.
Stored<void> make_private(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  const bool ok = descriptor >= 0 && ::fchmod(descriptor, 0600) == 0;
  const int code = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (ok) return {};
  return std::unexpected(StoreError{StoreError::Kind::io, fmt::format("errno {}", code)});
}

}  // namespace

struct Database::State {
  std::string file;
  std::mutex writing;
  Connection writer;
  std::mutex choosing;
  std::vector<std::unique_ptr<Connection>> readers;  // that nobody uses now
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::~Database() = default;

Stored<std::unique_ptr<Database>> Database::open(const std::string& file,
                                                 std::span<const std::span<const Migration>> migrations) {
  if (auto made = make_private(file); !made) return std::unexpected(made.error());
  auto state = std::make_unique<State>();
  state->file = file;
  Connection& writer = state->writer;
  auto done = writer.open(file, true);
  if (done)
    done = writer.run("CREATE TABLE IF NOT EXISTS migrations (module TEXT PRIMARY KEY, step INTEGER)");
  for (const auto& steps : migrations)
    if (done) done = migrate(writer, steps);
  if (!done) return std::unexpected(done.error());
  return std::unique_ptr<Database>(new Database(std::move(state)));
}

Stored<Rows> Database::query(std::string_view sql, std::vector<Cell> arguments) const {
  std::unique_ptr<Connection> reader;
  {
    const std::lock_guard lock(state_->choosing);
    if (!state_->readers.empty()) {
      reader = std::move(state_->readers.back());
      state_->readers.pop_back();
    }
  }
  if (!reader) {
    reader = std::make_unique<Connection>();
    if (auto opened = reader->open(state_->file, false); !opened) return std::unexpected(opened.error());
  }
  auto rows = reader->query(sql, arguments);
  const std::lock_guard lock(state_->choosing);
  state_->readers.push_back(std::move(reader));
  return rows;
}

Stored<std::int64_t> Database::change(std::string_view sql, std::vector<Cell> arguments) {
  const std::lock_guard lock(state_->writing);
  return state_->writer.change(sql, arguments);
}

Stored<void> Database::transact(const std::function<Stored<void>(Transaction&)>& work) {
  const std::lock_guard lock(state_->writing);
  return transact_on(state_->writer, work);
}

Stored<std::vector<std::string>> Database::verify() const {
  auto rows = query("PRAGMA integrity_check");
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::string> faults;
  for (const Row& row : *rows)
    if (row.text(0) != "ok") faults.push_back(row.text(0));
  return faults;
}

Stored<std::string> Database::bytes() const {
  const std::lock_guard lock(state_->writing);
  return state_->writer.bytes();
}

Stored<void> Database::compact() {
  const std::lock_guard lock(state_->writing);
  return state_->writer.run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
}

}  // namespace mektep::editor
