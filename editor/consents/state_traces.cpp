#include "editor/consents/state_traces.h"

#include <filesystem>
#include <fstream>
#include <map>

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

enum class Treatment : std::uint8_t {
  blot,  // the text stays, without the person
  drop,  // a path: the whole row goes when it is of the person's own file
};

struct Column {
  std::string_view where, table, column;
  Treatment treatment;
};

// Rows of draft_files and draft_copy_files go with theirs.
constexpr Column columns[] = {
    {"drafts", "drafts", "entry", Treatment::drop},
    {"drafts", "draft_files", "path", Treatment::drop},
    {"drafts", "draft_files", "bytes", Treatment::blot},
    {"copies", "draft_copies", "entry", Treatment::drop},
    {"copies", "draft_copy_files", "path", Treatment::drop},
    {"copies", "draft_copy_files", "bytes", Treatment::blot},
    {"trash", "trash", "title", Treatment::blot},
    {"comments", "review_comments", "text", Treatment::blot},
    {"messages", "messages", "name", Treatment::blot},
    {"messages", "messages", "contact", Treatment::blot},
    {"messages", "messages", "text", Treatment::blot},
    {"messages", "messages", "answer", Treatment::blot},
    {"publications", "publications", "changes", Treatment::blot},
    {"publications", "publications", "report", Treatment::blot},
    {"upkeep", "upkeep", "faults", Treatment::blot},
};

struct Hit {
  const Column* column;
  std::int64_t row;
  std::string blotted;
};

Stored<std::vector<Hit>> hits_of(const Database& database, const TraceSearch& search) {
  std::vector<Hit> hits;
  for (const Column& column : columns) {
    const auto rows = database.query(fmt::format("SELECT rowid, {} FROM {}", column.column, column.table));
    if (!rows) return std::unexpected(rows.error());
    for (const Row& row : *rows) {
      if (auto blotted = search.blot(row.text(1)))
        hits.push_back({&column, row.integer(0), std::move(*blotted)});
    }
  }
  return hits;
}

// Who did something is a part of the record of what was done.
Stored<std::size_t> accounts_with(const Database& database, const TraceSearch& search) {
  std::size_t count = 0;
  const auto rows = database.query("SELECT name, email FROM accounts");
  if (!rows) return std::unexpected(rows.error());
  for (const Row& row : *rows) count += search.blot(row.text(0)) || search.blot(row.text(1)) ? 1 : 0;
  return count;
}

std::string read_whole(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_erasable(std::string_view where) {
  return where == "cache" || where == "thumbnails" || where == "uploads";
}

// Calls use(where, path) of every file of the state that holds a trace. The database is searched by values.
template <class Use>
void each_file(const std::string& folder, const TraceSearch& search, const std::vector<std::string>& keys,
               const Use& use) {
  std::error_code error;
  std::vector<fs::path> found;
  fs::recursive_directory_iterator at(folder, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().lexically_relative(folder).generic_string();
    if (name == "public") at.disable_recursion_pending();
    if (!at->is_regular_file(error) || name.starts_with("editor.sqlite")) continue;
    const std::string file = at->path().filename().string();
    const bool copy =
        std::ranges::any_of(keys, [&](const std::string& key) { return file.starts_with(key); });
    if (copy || search.blot(name) || search.blot(read_whole(at->path()))) found.push_back(at->path());
  }
  for (const fs::path& path : found) {
    const fs::path inner = path.lexically_relative(folder);
    const std::string top = inner.begin()->string();
    use(top == "audit.jsonl" ? "log" : is_erasable(top) ? top : std::string("other"), path);
  }
}

std::vector<StateTrace> listed(const std::map<std::string, std::size_t>& counts) {
  std::vector<StateTrace> traces;
  for (const auto& [where, count] : counts) {
    const bool known = std::ranges::find(columns, where, &Column::where) != std::end(columns);
    traces.push_back({where, count, !known && !is_erasable(where)});
  }
  return traces;
}

}  // namespace

Stored<std::vector<StateTrace>> StateTraces::find(const Traces& traces,
                                                  const std::vector<std::string>& keys) const {
  const TraceSearch search(traces);
  std::map<std::string, std::size_t> counts;
  const auto hits = hits_of(database_, search);
  if (!hits) return std::unexpected(hits.error());
  for (const Hit& hit : *hits) ++counts[std::string(hit.column->where)];
  const auto accounts = accounts_with(database_, search);
  if (!accounts) return std::unexpected(accounts.error());
  if (*accounts > 0) counts["accounts"] = *accounts;
  each_file(folder_, search, keys, [&](const std::string& where, const fs::path&) { ++counts[where]; });
  return listed(counts);
}

Stored<std::vector<StateTrace>> StateTraces::erase(const Traces& traces,
                                                   const std::vector<std::string>& keys) {
  const TraceSearch search(traces);
  const auto erased = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto hits = hits_of(database_, search);
    if (!hits) return std::unexpected(hits.error());
    for (const Hit& hit : *hits) {
      const auto changed =
          hit.column->treatment == Treatment::drop
              ? transaction.change(fmt::format("DELETE FROM {} WHERE rowid = ?", hit.column->table),
                                   {hit.row})
              : transaction.change(fmt::format("UPDATE {} SET {} = ? WHERE rowid = ?", hit.column->table,
                                               hit.column->column),
                                   {hit.blotted, hit.row});
      if (!changed) return std::unexpected(changed.error());
    }
    return {};
  });
  if (!erased) return std::unexpected(erased.error());
  each_file(folder_, search, keys, [&](const std::string& where, const fs::path& path) {
    std::error_code ignored;
    if (is_erasable(where)) fs::remove(path, ignored);
    if (where != "uploads") return;
    // A file and what is known of it, see PendingUploads.
    fs::remove(path.string() + ".info", ignored);
    if (path.extension() == ".info") fs::remove(fs::path(path).replace_extension(), ignored);
  });
  return find(traces, keys);
}

Stored<bool> StateTraces::clear_database(const Traces& traces) {
  if (auto compacted = database_.compact(); !compacted) return std::unexpected(compacted.error());
  const auto bytes = database_.bytes();
  if (!bytes) return std::unexpected(bytes.error());
  return TraceSearch(traces).holds("editor.sqlite", *bytes);
}

}  // namespace mektep::editor
