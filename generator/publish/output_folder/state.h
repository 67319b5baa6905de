// What an output folder knows while a site is written; private to the output_folder*.cpp files.
#pragma once
#include <mutex>
#include <shared_mutex>
#include <unordered_set>

#include "publish/output_folder/manifest.h"
#include "publish/output_folder/output_folder.h"
#include "publish/output_folder/tree.h"

namespace mektep {

// A file of the new site.
struct OutputRecord {
  std::string path;
  Digest digest;
  std::uint64_t size = 0;
  bool unchanged = false;
};

struct PathHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using PathSet = std::unordered_set<std::string, PathHash, std::equal_to<>>;

Finding output_finding(const Rule& rule, const std::string& path);
Finding output_finding(const Rule& rule, const std::string& path, int error);  // with errno as {reason}

struct OutputFolder::State {
  std::string shown;  // the path as it was given, for messages
  std::string name;   // in the parent
  std::string above;  // the path of the parent
  std::string staging_name;
  OutputOptions options;
  OpenFile parent;
  OpenFile old;  // open and locked when there is an old folder
  OpenFile staging;
  Manifest manifest;        // of the old folder
  std::int64_t sealed = 0;  // when the old site was
  bool had_manifest = false;
  bool finished = false;

  // Records are kept apart by folder, so that two threads seldom wait for each other.
  struct Shard {
    std::mutex mutex;
    std::vector<OutputRecord> records;
  };
  std::array<Shard, 16> shards;
  std::shared_mutex folders_mutex;
  PathSet folders;  // made below the staging folder
  std::mutex fault_mutex;
  std::optional<Finding> fault;  // the first one of write()

  // Makes a changing system call, unless a test wants it to fail.
  template <class Call>
  int make(std::string_view name_of_call, const std::string& path, Call call) {
    if (options.before) {
      if (const int error = options.before(name_of_call, path)) return error;
    }
    return call();
  }

  std::unexpected<Finding> fail(Finding finding) {
    const std::scoped_lock guard(fault_mutex);
    if (!fault) fault = finding;
    return std::unexpected(std::move(finding));
  }

  int ensure_folder(std::string_view path, std::uint32_t mode = 0777);
  std::expected<void, Finding> recover();
  int clear(const std::string& leftover, bool rescue);
  void remove_old();
  int carry_over(const std::vector<OutputRecord>& records, std::optional<Finding>& in_the_way);
  int link_unchanged(const std::vector<OutputRecord>& records, std::string& failed);
  int write_manifest(const std::vector<OutputRecord>& records);
  int take_place();
  std::expected<std::vector<OutputRecord>, Finding> collect();
};

}  // namespace mektep
