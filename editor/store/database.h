// The editor's state outside the content repository: one SQLite file (WAL, mode 0600). Readers do not wait
// for the one writer; what a change has returned from is on the disk (fsynced).
#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mektep::editor {

struct StoreError {
  enum class Kind : std::uint8_t { full, constraint, damaged, newer, io };  // newer: made by a later version
  Kind kind = Kind::io;
  std::string detail;  // for the log; holds no values
};
template <class Value>
using Stored = std::expected<Value, StoreError>;

// A value of a column; text may hold any bytes.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

class Row {
 public:
  explicit Row(std::vector<Cell> cells) : cells_(std::move(cells)) {}
  bool is_null(std::size_t column) const { return cells_[column].index() == 0; }
  std::int64_t integer(std::size_t column) const;  // 0 of anything else
  double real(std::size_t column) const;
  const std::string& text(std::size_t column) const;  // empty of anything else
  std::optional<std::int64_t> maybe_integer(std::size_t column) const;
  bool truth(std::size_t column) const { return integer(column) != 0; }

 private:
  std::vector<Cell> cells_;
};
using Rows = std::vector<Row>;

// One step in the history of a module's tables. Steps of a module are applied once, in rising order of
// `step`.
struct Migration {
  std::string_view module;  // "accounts"
  int step = 1;
  std::string_view sql;  // any number of statements
};

// Inside a transaction: sees its own changes. Only valid during the call that it was given to.
class Transaction {
 public:
  virtual ~Transaction() = default;
  virtual Stored<Rows> query(std::string_view sql, std::vector<Cell> arguments = {}) = 0;
  virtual Stored<std::int64_t> change(std::string_view sql, std::vector<Cell> arguments = {}) = 0;
  virtual std::int64_t last_id() const = 0;  // of the row that was inserted last
};

// Every member may be called from any thread.
class Database {
 public:
  // Opens or makes the file and applies what is new of `migrations`.
  static Stored<std::unique_ptr<Database>> open(const std::string& file,
                                                std::span<const std::span<const Migration>> migrations);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Reads the rows that one SELECT gives; `?` stand for `arguments`.
  Stored<Rows> query(std::string_view sql, std::vector<Cell> arguments = {}) const;
  // Runs one INSERT, UPDATE or DELETE; returns how many rows it touched.
  Stored<std::int64_t> change(std::string_view sql, std::vector<Cell> arguments = {});
  // Runs `work` in one transaction: all of it or, when it returns an error, nothing. One at a time.
  Stored<void> transact(const std::function<Stored<void>(Transaction&)>& work);

  // Looks whether the file is whole; the lines say what is not. Takes time.
  Stored<std::vector<std::string>> verify() const;
  // Gives unused room back to the disk.
  Stored<void> compact();
  // The file and its log as they lie on the disk. Never read them by a descriptor of your own: its closing
  // takes the locks of the whole process off the file, and the next program that opens it throws the log away
  // with all that is written afterwards (sqlite.org/howtocorrupt.html, 2.2).
  Stored<std::string> bytes() const;

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mektep::editor
