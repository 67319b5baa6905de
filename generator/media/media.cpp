#include "media/media.h"

#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "media/drawing.h"
#include "media/look.h"
#include "media/rules.h"

namespace mektep {
namespace {

Label reason_of(ChildFault fault) {
  switch (fault) {
    case ChildFault::not_started:
      return {"poppler программасы иштебей койду", "программа poppler не запустилась",
              "the program of poppler did not start"};
    case ChildFault::failed:
      return {"файл бузулган же сырсөз менен жабылган", "файл повреждён или закрыт паролем",
              "the file is damaged or locked by a password"};
    case ChildFault::killed:
    case ChildFault::stopped:  // nobody stops this one
    case ChildFault::too_long:
      return {"файл өтө татаал", "файл слишком сложный", "the file is too complex"};
    case ChildFault::too_much_output:
      return {"тексти өтө көп", "в файле слишком много текста", "the file holds too much text"};
  }
  return {};
}

// Larger ones are not opened: reading must not take the memory of the machine.
constexpr std::uint64_t most_pdf_bytes = 64u << 20;
const Label too_big{"файл 64 МБдан чоң, текстиндеги аттар текшерилген жок",
                    "файл больше 64 МБ, имена в его тексте не проверены",
                    "the file is larger than 64 MB, names in its text were not checked"};

// A page has a letter or two at least; a scan has none.
bool is_without_words(std::string_view text) {
  const auto pages = std::max<std::ptrdiff_t>(1, std::ranges::count(text, '\f'));
  std::ptrdiff_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < 8 * pages;)
    letters += is_letter(next_code_point(text, at));
  return letters < 8 * pages;
}

}  // namespace

Media::Media(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
             MediaOptions options, Findings& findings)
    : cache_(options.cache_folder) {
  read_pdfs(snapshot, model, consents, options, findings);
  look_at_pictures(snapshot, model, consents, options, findings);
  look_at_drawings(snapshot, model, consents, options, findings);
}

void Media::read_pdfs(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                      const MediaOptions& options, Findings& findings) {
  struct Job {
    const Asset* asset;
    bool pictured;  // a thumbnail of it may be published
    std::expected<std::string, ChildFault> text;
    std::expected<Thumbnail, ChildFault> thumbnail;
  };
  std::set<std::string_view> shown;
  for (const Document& document : model.documents) {
    if (!document.files.empty()) shown.insert(document.files.front().path);
  }
  std::vector<Job> jobs;
  for (const Asset& asset : model.assets) {
    if (asset.type != FileType::pdf) continue;
    if (asset.size > most_pdf_bytes) {
      findings.emplace_back(rules::media_pdf_unreadable, Place{asset.path, {}}, "", "",
                            std::vector<Param>{{"reason", too_big}});
      continue;
    }
    const bool pictured =
        !options.pdf.picture.empty() && shown.contains(asset.path) && consents.publish(asset);
    if (pictured || !options.pdf.text.empty()) jobs.push_back({&asset, pictured, {}, {}});
  }
  constexpr std::string_view recipe = "pdf-text-1";
  parallel_for(
      jobs.size(), options.jobs,
      [&](std::size_t i) {
        Job& job = jobs[i];
        const std::string key = job.asset->digest.hex();
        auto text = cache_.find(recipe, key);
        auto thumbnail = job.pictured ? kept_thumbnail(key, cache_) : std::nullopt;
        const bool wants_text = !text && !options.pdf.text.empty(),
                   wants_picture = !thumbnail && job.pictured;
        if (text) job.text = std::move(*text);
        if (thumbnail) job.thumbnail = std::move(*thumbnail);
        if (!wants_text && !wants_picture) return;
        const SourceFile* file = snapshot.find(job.asset->path);
        const auto bytes =
            file ? snapshot.read_asset(*file) : std::unexpected(Finding(rules::media_pdf_unreadable, {}));
        if (!bytes) {
          job.text = std::unexpected(ChildFault::failed);
          job.pictured = false;
          return;
        }
        if (wants_text) {
          job.text = mektep::pdf_text(options.pdf, *bytes);
          if (job.text) cache_.keep(recipe, key, *job.text);
        }
        if (wants_picture) {
          job.thumbnail =
              job.text ? make_thumbnail(options.pdf, *bytes, key, cache_) : std::unexpected(job.text.error());
        }
      },
      1);
  for (Job& job : jobs) {
    std::optional<ChildFault> fault;
    if (job.pictured && !job.thumbnail) fault = job.thumbnail.error();
    if (!job.text) fault = job.text.error();
    if (fault) {
      findings.emplace_back(rules::media_pdf_unreadable, Place{job.asset->path, {}}, "", "",
                            std::vector<Param>{{"reason", reason_of(*fault)}});
    }
    if (job.text && !options.pdf.text.empty() && is_without_words(*job.text))
      findings.emplace_back(rules::media_pdf_no_text, Place{job.asset->path, {}});
    if (job.text && !options.pdf.text.empty()) pdf_texts_.emplace(job.asset->path, std::move(*job.text));
    if (job.pictured && job.thumbnail) thumbnails_.emplace(job.asset->path, std::move(*job.thumbnail));
  }
}

void Media::look_at_pictures(const Snapshot& snapshot, const ContentModel& model,
                             const ConsentRegister& consents, const MediaOptions& options,
                             Findings& findings) {
  struct Job {
    const Asset* asset;
    PictureLook look;
  };
  std::vector<Job> jobs;
  for (const Asset& asset : model.assets) {
    if (has_renditions(asset) && consents.publish(asset)) jobs.push_back({&asset, {}});
  }
  constexpr std::string_view recipe = "picture-2";
  parallel_for(
      jobs.size(), options.jobs,
      [&](std::size_t i) {
        auto& [asset, look] = jobs[i];
        const std::string key = asset->digest.hex();
        if (const auto kept = cache_.find(recipe, key)) {
          if (const auto known = parse_look(*kept)) {
            look = *known;
            return;
          }
        }
        const SourceFile* file = snapshot.find(asset->path);
        const auto bytes =
            file ? snapshot.read_asset(*file) : std::unexpected(Finding(rules::media_picture_damaged, {}));
        if (bytes) {
          look = look_at_picture(*bytes);
          cache_.keep(recipe, key, format_look(look));
        } else {
          look.fault = PictureFault::damaged;
        }
      },
      1);
  for (const Job& job : jobs) {
    report_look(job.look, job.asset->path, *job.asset->image, findings);
    if (job.look.fault) continue;
    Picture& picture = pictures_[job.asset->path];
    picture.width = job.look.width;
    picture.height = job.look.height;
    picture.transparent = job.look.transparent;
    picture.flat = job.look.flat;
    plan_renditions(picture, job.asset->digest.hex());
  }
}

void Media::look_at_drawings(const Snapshot& snapshot, const ContentModel& model,
                             const ConsentRegister& consents, const MediaOptions& options,
                             Findings& findings) {
  std::vector<const Asset*> drawings;
  for (const Asset& asset : model.assets) {
    if (asset.type == FileType::svg && consents.publish(asset)) drawings.push_back(&asset);
  }
  std::vector<char> drawn(drawings.size());  // of its own byte each: written in several threads
  constexpr std::string_view recipe = "drawing-1", whole = "whole", damaged = "damaged";
  parallel_for(
      drawings.size(), options.jobs,
      [&](std::size_t i) {
        const std::string key = drawings[i]->digest.hex();
        if (const auto kept = cache_.find(recipe, key)) {
          drawn[i] = *kept == whole;
          return;
        }
        const SourceFile* file = snapshot.find(drawings[i]->path);
        const auto bytes =
            file ? snapshot.read_asset(*file) : std::unexpected(Finding(rules::media_drawing_damaged, {}));
        if (!bytes) return;
        drawn[i] = is_drawing(*bytes);
        cache_.keep(recipe, key, std::string(drawn[i] ? whole : damaged));
      },
      1);
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    if (!drawn[i]) findings.emplace_back(rules::media_drawing_damaged, Place{drawings[i]->path, {}});
  }
}

const Picture* Media::picture(const PublishableAsset& asset) const {
  const auto at = pictures_.find(asset.asset().path);
  return at == pictures_.end() ? nullptr : &at->second;
}

const std::string* Media::pdf_text(std::string_view path) const {
  const auto at = pdf_texts_.find(path);
  return at == pdf_texts_.end() ? nullptr : &at->second;
}

const Thumbnail* Media::thumbnail(const PublishableAsset& asset) const {
  const auto at = thumbnails_.find(asset.asset().path);
  return at == thumbnails_.end() ? nullptr : &at->second;
}

}  // namespace mektep
