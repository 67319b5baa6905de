#include "editor/publication/site_job.h"

#include "build/kept_findings.h"
#include "build/render.h"
#include "build/twins.h"
#include "publish/all_rules.h"
#include "publish/output_folder/output_folder.h"
#include "publish/publishable_site.h"
#include "syntax/node_number.h"

namespace mektep::editor {
namespace {

class FolderSink final : public SiteSink {
 public:
  FolderSink(OutputFolder& folder, const std::stop_token& stop) : folder_(folder), stop_(stop) {}
  // Pictures that are made for the first time take minutes: nobody waits for them to stop the server.
  bool wants(const std::string&) const override { return !stop_.stop_requested(); }
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    return folder_.write(file, bytes);
  }

 private:
  OutputFolder& folder_;
  const std::stop_token& stop_;
};

// Writes a site into a folder. False: the machine could not, or it was stopped.
bool build(const PublishableSite& publishable, const std::string& folder, Findings& findings,
           const std::stop_token& stop) {
  const PreparedSite& site = publishable.site();
  auto output = OutputFolder::open(folder, {.jobs = site.options.jobs});
  if (!output) {
    findings.push_back(std::move(output.error()));
    return false;
  }
  FolderSink sink(*output, stop);
  TwinSink twins(sink, site.model.site.compress);
  SiteSink& target = site.model.site.compress.any() ? static_cast<SiteSink&>(twins) : sink;
  if (auto rendered = render_site(site, target); !rendered) {
    append(findings, std::move(rendered.error()));
    return false;
  }
  if (stop.stop_requested()) return false;
  if (auto committed = output->commit(); !committed) {
    findings.push_back(std::move(committed.error()));
    return false;
  }
  return true;
}

std::optional<Node> object(std::string_view text) {
  Findings faults;
  Node node = parse_json(text, {}, faults);
  if (!faults.empty() || !node.is_map()) return std::nullopt;
  return node;
}

}  // namespace

SiteResult do_site_job(const SiteJob& job, const SiteProgress& progress, const std::stop_token& stop) {
  BuildOptions options;
  options.repository = job.repository;
  options.revision = job.revision;
  options.data_folder = job.data_folder;
  options.cache_folder = job.cache_folder;
  options.today = job.today;
  options.jobs = job.jobs;
  options.private_names = job.private_names;
  options.progress = progress;
  SiteResult result;
  auto prepared = prepare_site(std::move(options));
  if (!prepared) {
    result.findings.push_back(std::move(prepared.error()));
    return result;
  }
  const std::shared_ptr<const PreparedSite> site = std::move(*prepared);
  result.findings = site->findings;
  for (const ItemStatus& status : site->facts.disclosure.items) {
    Gap place = place_to_mend(status);
    result.items.push_back({status.item->id, status.state, status.settled(), std::move(place.place.file),
                            std::move(place.field)});
  }
  if (job.folder.empty() || stop.stop_requested()) return result;
  if (const auto publishable = PublishableSite::pass(site))
    result.complete = build(*publishable, job.folder, result.findings, stop);
  return result;
}

std::string text_of(const SiteJob& job) {
  JsonWriter json;
  json.begin_object();
  json.key("repository").value(job.repository).key("revision").value(job.revision);
  json.key("data_folder").value(job.data_folder).key("cache_folder").value(job.cache_folder);
  json.key("today").value(job.today.iso()).key("jobs").value(job.jobs).key("folder").value(job.folder);
  json.key("private_names").begin_array();
  for (const PrivateName& name : job.private_names) {
    json.begin_array().value(name.pseudonym).value(name.surname);
    json.value(name.given).value(name.patronymic).end_array();
  }
  json.end_array().end_object();
  return json.take();
}

std::optional<SiteJob> read_site_job(std::string_view text) {
  const auto node = object(text);
  const auto today = node ? parse_date(node->text_of("today")) : std::nullopt;
  const Node* names = node ? node->get("private_names") : nullptr;
  if (!today || !names) return std::nullopt;
  const auto word = [&](std::string_view key) { return std::string(node->text_of(key)); };
  SiteJob job{.repository = word("repository"),
              .revision = word("revision"),
              .data_folder = word("data_folder"),
              .cache_folder = word("cache_folder"),
              .today = *today,
              .jobs = number_of<unsigned>(*node, "jobs"),
              .private_names = {},
              .folder = word("folder")};
  for (const Node& name : names->items) {
    if (name.items.size() != 4) return std::nullopt;
    job.private_names.push_back(
        {name.items[0].text, name.items[1].text, name.items[2].text, name.items[3].text});
  }
  return job;
}

std::string text_of(const SiteResult& result) {
  JsonWriter json;
  json.begin_object();
  json.key("items").begin_array();
  for (const ItemState& item : result.items) {
    json.begin_array().value(item.item).value(name(item.state)).value(item.settled);
    json.value(item.file).value(item.field).end_array();
  }
  json.end_array().key("complete").value(result.complete).key("findings");
  write_findings(json, result.findings);
  json.end_object();
  return json.take();
}

std::optional<SiteResult> read_site_result(std::string_view text) {
  const auto node = object(text);
  const Node* list = node ? node->get("findings") : nullptr;
  auto findings = list ? read_findings(*list, find_rule) : std::nullopt;
  const Node* items = node ? node->get("items") : nullptr;
  if (!findings || !items) return std::nullopt;
  SiteResult result{
      .findings = std::move(*findings), .items = {}, .complete = node->text_of("complete") == "true"};
  for (const Node& item : items->items) {
    const auto state = item.items.size() == 5 ? parse_disclosure_state(item.items[1].text) : std::nullopt;
    if (!state) return std::nullopt;
    result.items.push_back(
        {item.items[0].text, *state, item.items[2].text == "true", item.items[3].text, item.items[4].text});
  }
  return result;
}

}  // namespace mektep::editor
