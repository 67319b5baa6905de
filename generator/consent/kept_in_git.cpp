#include "consent/kept_in_git.h"

#include <map>
#include <unordered_map>

#include "base/digest.h"
#include "base/text.h"
#include "source/git_repository.h"
#include "source/lfs.h"

namespace mektep {

namespace {

class Search {
 public:
  explicit Search(const SoughtInGit& sought) : sought_(sought), traces_(sought.traces) {
    for (const std::string& path : sought_.paths) names_.insert(path.substr(path.rfind('/') + 1));
  }

  void look(const GitObject& object) {
    switch (object.kind) {
      case GitObject::Kind::tree:
        read_tree(object);
        break;
      case GitObject::Kind::file:
        look_at_file(object);
        break;
      default:  // who made it, and what for
        if (traces_.holds("message.txt", object.bytes)) ++found_["commit"];
    }
  }

  KeptInGit result() {
    for (const auto& [id, parent] : above_) {
      const bool known = hits_.contains(id) || pointers_.contains(id);
      if (!known && !names_.contains(parent.name)) continue;
      const std::string path = path_of(id);
      const bool at_path = std::ranges::any_of(sought_.paths, [&](const std::string& one) {
        return path.ends_with(one) &&
               (path.size() == one.size() || path[path.size() - one.size() - 1] == '/');
      });
      if (const auto pointer = pointers_.find(id); pointer != pointers_.end() && at_path) {
        kept_.objects.insert(pointer->second);
      } else if (files_.contains(id) && (at_path || hits_.contains(id))) {
        ++found_[path];
      }
      hits_.erase(id);
    }
    for (const std::string& id : hits_) ++found_["object " + id.substr(0, 12)];
    for (const auto& [place, count] : found_) kept_.places.push_back(fmt::format("{} × {}", place, count));
    return std::move(kept_);
  }

 private:
  // "100644 index.ky.md", a zero byte, 20 bytes of the id; again and again.
  void read_tree(const GitObject& tree) {
    std::string_view rest = tree.bytes;
    while (!rest.empty()) {
      const std::size_t space = rest.find(' '), zero = rest.find('\0');
      if (space == std::string_view::npos || zero == std::string_view::npos || zero < space ||
          rest.size() < zero + 21)
        return;
      std::string id;
      for (const char byte : rest.substr(zero + 1, 20))
        id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
      above_.try_emplace(std::move(id),
                         Above{tree.id, std::string(rest.substr(space + 1, zero - space - 1))});
      rest.remove_prefix(zero + 21);
    }
  }

  void look_at_file(const GitObject& file) {
    files_.insert(file.id);
    if (file.bytes.size() <= 1024) {
      if (const auto pointer = parse_lfs_pointer(std::string(file.bytes))) {
        pointers_.emplace(file.id, pointer->oid);
        return;
      }
    }
    const bool text = file.bytes.find('\0') == std::string_view::npos && !find_invalid_utf8(file.bytes);
    if (text ? traces_.holds("file.txt", file.bytes)
             : sought_.digests.contains(sha256_hex(file.bytes)) || traces_.holds("file", file.bytes))
      hits_.insert(file.id);
  }

  // Of one place where the object stands; trees that nothing holds are the roots.
  std::string path_of(const std::string& id) const {
    std::string path, at = id;
    for (int depth = 0; depth < 64; ++depth) {
      const auto above = above_.find(at);
      if (above == above_.end()) break;
      path = path.empty() ? above->second.name : above->second.name + "/" + path;
      at = above->second.tree;
    }
    return path;
  }

  struct Above {
    std::string tree, name;
  };
  const SoughtInGit& sought_;
  const TraceSearch traces_;
  std::unordered_map<std::string, Above> above_;
  std::set<std::string> files_, hits_;
  std::set<std::string> names_;                  // what the sought paths end in
  std::map<std::string, std::string> pointers_;  // to objects of Git LFS
  std::map<std::string, int> found_;
  KeptInGit kept_;
};

}  // namespace

KeptInGit find_kept_in_git(const std::string& repository, const SoughtInGit& sought) {
  const auto git = GitRepository::open(repository);
  if (!git) return {};
  Search search(sought);
  (*git)->for_each_object([&](const GitObject& object) { search.look(object); });
  return search.result();
}

}  // namespace mektep
