#include "media/media.h"

#include "base/parallel.h"
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
    case ChildFault::too_long:
      return {"файл өтө татаал", "файл слишком сложный", "the file is too complex"};
    case ChildFault::too_much_output:
      return {"тексти өтө көп", "в файле слишком много текста", "the file holds too much text"};
  }
  return {};
}

}  // namespace

Media::Media(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
             MediaOptions options, Findings& findings)
    : cache_(options.cache_folder) {
  read_pdfs(snapshot, model, options, findings);
  look_at_pictures(snapshot, model, consents, options, findings);
}

void Media::read_pdfs(const Snapshot& snapshot, const ContentModel& model, const MediaOptions& options,
                      Findings& findings) {
  struct Job {
    const Asset* asset;
    std::expected<std::string, ChildFault> text;
  };
  std::vector<Job> jobs;
  if (!options.pdf.text.empty()) {
    for (const Asset& asset : model.assets) {
      if (asset.type == FileType::pdf) jobs.push_back({&asset, {}});
    }
  }
  constexpr std::string_view recipe = "pdf-text-1";
  parallel_for(
      jobs.size(), options.jobs,
      [&](std::size_t i) {
        auto& [asset, text] = jobs[i];
        const std::string key = asset->digest.hex();
        if (auto kept = cache_.find(recipe, key)) {
          text = std::move(*kept);
          return;
        }
        const SourceFile* file = snapshot.find(asset->path);
        const auto bytes =
            file ? snapshot.read_asset(*file) : std::unexpected(Finding(rules::media_pdf_unreadable, {}));
        if (!bytes) {
          text = std::unexpected(ChildFault::failed);
          return;
        }
        text = mektep::pdf_text(options.pdf, *bytes);
        if (text) cache_.keep(recipe, key, *text);
      },
      1);
  for (Job& job : jobs) {
    if (job.text) {
      pdf_texts_.emplace(job.asset->path, std::move(*job.text));
    } else {
      findings.emplace_back(rules::media_pdf_unreadable, Place{job.asset->path, {}}, "", "",
                            std::vector<Param>{{"reason", reason_of(job.text.error())}});
    }
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
  constexpr std::string_view recipe = "picture-1";
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

const Picture* Media::picture(const PublishableAsset& asset) const {
  const auto at = pictures_.find(asset.asset().path);
  return at == pictures_.end() ? nullptr : &at->second;
}

const std::string* Media::pdf_text(std::string_view path) const {
  const auto at = pdf_texts_.find(path);
  return at == pdf_texts_.end() ? nullptr : &at->second;
}

}  // namespace mektep
