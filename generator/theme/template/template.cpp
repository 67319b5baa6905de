// TemplateSet: loads, compiles, links and renders.
#include "theme/template/template.h"

#include <map>

#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/compile.h"
#include "theme/template/render.h"
#include "theme/template/shared_parts.h"
#include "theme/template/uses.h"

namespace mektep {

using templates::Template;

struct TemplateSet::Impl {
  std::size_t parts = 0;
  templates::Vocabulary vocabulary;
  std::map<std::string, std::unique_ptr<Template>, std::less<>> all;
  std::uint64_t max_steps = 0;
  std::size_t max_output = 0;
  std::uint32_t max_depth = 0;
  templates::Name caller = nullptr;
};

TemplateSet::TemplateSet() = default;
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

TemplateSet TemplateSet::compile(std::span<const std::string> names, const Loader& loader,
                                 const Options& options, Findings& findings) {
  auto impl = std::make_unique<Impl>();
  for (const auto& filter : options.filters) impl->vocabulary.filters.insert(filter);
  for (const auto& test : options.tests) impl->vocabulary.tests.insert(test);
  for (const auto& function : options.functions) impl->vocabulary.functions.insert(function);
  impl->max_steps = options.max_steps;
  impl->max_output = options.max_output;
  impl->max_depth = options.max_depth;
  impl->caller = impl->vocabulary.intern("caller");
  std::vector<templates::Name> shared;
  for (const std::string& name : options.shared) shared.push_back(impl->vocabulary.intern(name));
  impl->parts =
      templates::Compiler(impl->vocabulary, impl->all, loader, findings).run(names, std::move(shared));
  TemplateSet set;
  set.impl_ = std::move(impl);
  return set;
}

bool TemplateSet::has(std::string_view name) const {
  return impl_ != nullptr && impl_->all.contains(name);
}

std::unique_ptr<SharedParts> TemplateSet::make_shared_parts() const {
  return std::make_unique<SharedParts>(impl_ == nullptr ? 0 : impl_->parts);
}

std::vector<TemplateUse> TemplateSet::uses() const {
  std::vector<TemplateUse> all;
  if (impl_ == nullptr) return all;
  for (const auto& entry : impl_->all) templates::collect_uses(*entry.second, all);
  return all;
}

std::expected<void, Finding> TemplateSet::render(std::string_view name, const ValueObject& globals,
                                                 std::string& out, SharedParts* parts) const {
  const auto found = impl_ == nullptr ? decltype(impl_->all.end())() : impl_->all.find(name);
  if (impl_ == nullptr || found == impl_->all.end()) {
    return std::unexpected(Finding(rules::template_missing, Place{std::string(name), {}}, {},
                                   std::string(name), {templates::advice(name, {})}));
  }
  const templates::Renderer::Program program{impl_->vocabulary, impl_->all, impl_->max_depth, impl_->caller};
  templates::Renderer renderer(program, impl_->max_steps, impl_->max_output, parts);
  const std::size_t before = out.size();
  if (renderer.run(*found->second, globals, out)) return {};
  out.resize(before);
  return std::unexpected(renderer.take_fault());
}

}  // namespace mektep
