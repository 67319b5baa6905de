// Renditions: the sizes and formats in which a picture of the school is published. The original never is: it
// may hold where it was taken, by whom and with what.
#pragma once
#include <expected>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/consent.h"
#include "media/cache.h"
#include "media/picture.h"
#include "source/snapshot.h"

namespace mektep {

struct Rendition {
  std::uint32_t width = 0, height = 0;
  FileType type = FileType::webp;  // webp, jpeg or png
  std::string file;                // in the site: "assets/pictures/0123-640.0123456789abcdef0123.webp"
};

// What is known of a picture that can be read.
struct Picture {
  std::uint32_t width = 0, height = 0;  // upright, of the original
  bool transparent = false;
  bool flat = false;                  // a drawing of few colours
  std::vector<Rendition> renditions;  // WebP by rising width, then the fallback by rising width; never empty

  std::span<const Rendition> webp() const;
  std::span<const Rendition> fallback() const;  // JPEG, or PNG when it is transparent or flat
  const Rendition& largest() const { return renditions.back(); }
};

// The widths for a picture of this width: none is greater than it.
std::vector<std::uint32_t> rendition_widths(std::uint32_t width, bool fallback);
// Names depend on the bytes of the source (`digest`) and on the way of making only.
void plan_renditions(Picture& picture, std::string_view digest);
// The bytes of picture.renditions, in that order.
std::expected<std::vector<std::string>, PictureFault> make_renditions(const Picture& picture,
                                                                      std::string_view source);

// Makes the renditions of one picture together when the first of them is asked for, since reading the source
// is half of the work, and gives them out one by one. Safe in several threads.
class RenditionMaker {
 public:
  RenditionMaker(const Snapshot& snapshot, const PublishableAsset& asset, const Picture& picture,
                 const MediaCache& cache)
      : snapshot_(snapshot), asset_(asset), picture_(picture), cache_(cache) {}

  // Of picture.renditions[which]. Fails when the source can no longer be read.
  std::expected<std::string, Finding> take(std::size_t which);

 private:
  const Snapshot& snapshot_;
  PublishableAsset asset_;
  const Picture& picture_;
  const MediaCache& cache_;
  std::mutex mutex_;
  std::vector<std::optional<std::string>> made_;  // what nobody has taken yet
};

}  // namespace mektep
