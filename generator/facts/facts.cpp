#include "facts/facts.h"

namespace mektep {

std::optional<Date> Facts::changed(const ContentModel& model, const std::string& file) const {
  const auto at = changes.find(file);
  if (at == changes.end()) return std::nullopt;
  return date_at(at->second.seconds, model.site.zone_minutes);
}

Facts compute_facts(const ContentModel& model, const SchemaSet& schemas, const Catalogue& catalogue,
                    FactOptions options) {
  Facts facts;
  facts.today = options.today;
  facts.revision = std::move(options.revision);
  facts.changes = std::move(options.changes);
  facts.withheld_texts = std::move(options.withheld_texts);
  facts.withheld_files = std::move(options.withheld_files);
  facts.of_files = std::move(options.of_files);
  facts.permalinks = Permalinks(model);
  facts.taxonomy = arrange(model, facts.today);
  facts.consents = ConsentRegister(model, facts.today);
  facts.consents.withhold(facts.withheld_files);
  facts.disclosure =
      compute_disclosure({model, schemas, catalogue, facts.consents, facts.changes, facts.today});
  return facts;
}

}  // namespace mektep
