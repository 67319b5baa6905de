// The check passes: each only adds findings. A feature joins by a line in `check_passes()`.
#pragma once
#include <span>
#include <string_view>

#include "base/finding.h"
#include "names/private_name.h"
#include "outputs/page_set.h"
#include "outputs/site_context.h"

namespace mektep {

struct CheckInput {
  const SiteContext& site;
  const PageSet& pages;  // closed
  unsigned jobs = 1;
  const Node* policy = nullptr;                 // schema/policy/words.yaml; nullptr = nothing is asked about
  const PrivateNames* private_names = nullptr;  // whoever runs the check knows; nullptr = none
};

struct CheckPass {
  std::string_view name;
  void (*run)(const CheckInput& input, Findings& findings);
};
std::span<const CheckPass> check_passes();

// Runs all passes; findings come in the order of the passes.
void run_checks(const CheckInput& input, Findings& findings);

void check_links(const CheckInput& input, Findings& findings);
void check_pictures(const CheckInput& input, Findings& findings);
void check_reused_pictures(const CheckInput& input, Findings& findings);  // the same picture elsewhere
void check_headings(const CheckInput& input, Findings& findings);
void check_languages(const CheckInput& input, Findings& findings);
void check_consents(const CheckInput& input, Findings& findings);     // the register itself
void check_said(const CheckInput& input, Findings& findings);         // names, contradictions, unfit words
void check_texts(const CheckInput& input, Findings& findings);        // shortcodes
void check_running_out(const CheckInput& input, Findings& findings);  // last days on the site
void check_navigation(const CheckInput& input, Findings& findings);   // menu, tags, layouts
void check_disclosure(const CheckInput& input, Findings& findings);   // the mandatory items
void check_letters(const CheckInput& input, Findings& findings);      // letters of other alphabets

}  // namespace mektep
