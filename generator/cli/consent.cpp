// mektep consent form, report, withdraw: what is done with the consent register.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/zone.h"
#include "build/prepared_site.h"
#include "cli/build_options.h"
#include "cli/commands.h"
#include "consent/form.h"
#include "consent/report.h"
#include "consent/withdrawal.h"

namespace mektep::cli {
namespace {

std::string id_of(const Context& context) {
  return context.arguments.rest.empty() ? std::string() : context.arguments.rest.front();
}

int form(const Context& context, const Request& request) {
  const auto site = prepare_site(build_options(request));
  if (!site) return fail(context, site.error());
  const std::string id = id_of(context);
  const auto page = consent_form((*site)->model, (*site)->schemas, id, request.today);
  if (!page) return fail(context, say(context.language, Text::consent_not_found, visible(id)));
  const std::string out = context.arguments.get("--out");
  if (out.empty()) {
    context.out() << *page;
    return exit_clear;
  }
  std::ofstream file(out, std::ios::binary);
  file << *page;
  if (!file.flush()) return fail(context, say(context.language, Text::cannot_write, visible(out), "–"));
  context.out() << say(context.language, Text::consent_form_written, visible(out)) << '\n';
  return exit_clear;
}

int report(const Context& context, Request request) {
  if (const auto day = parse_date(context.arguments.get("--at"))) {
    auto revision = revision_on(request.repository, *day, bishkek_minutes);
    if (!revision) return fail(context, revision.error());
    request.revision = std::move(*revision);
    request.today = *day;
  } else {
    request.revision = context.arguments.get("--at");
  }
  const auto site = prepare_site(build_options(request));
  if (!site) return fail(context, site.error());
  const ConsentReport all = report_consents(**site);
  const bool json = context.arguments.get("--format") == "json";
  context.out() << (json ? format_report_json(all) : format_report_text(all, context.language));
  return exit_clear;
}

void print(const Context& context, Text what, const std::string& where) {
  context.out() << "  " << text(what, context.language) << ": " << visible(where) << '\n';
}

// What is left afterwards, as the site would be published now.
int verify(const Context& context, const Request& request, const Withdrawal& withdrawal) {
  const auto site = prepare_site(build_options(request));
  if (!site) return fail(context, site.error());
  const auto left = find_traces(withdrawal.traces, **site);
  for (const std::string& file : left) print(context, Text::consent_trace_left, file);
  if (!left.empty()) return exit_blocked;
  context.out() << text(Text::consent_nothing_left, context.language) << '\n';
  return exit_clear;
}

int withdraw(const Context& context, const Request& request) {
  static constexpr Text kinds[] = {Text::consent_record,   Text::consent_person,  Text::consent_picture,
                                   Text::consent_text,     Text::consent_page,    Text::consent_object,
                                   Text::consent_file,     Text::consent_by_hand, Text::consent_history,
                                   Text::consent_elsewhere};
  const auto site = prepare_site(build_options(request));
  if (!site) return fail(context, site.error());
  const auto plan = plan_withdrawal(**site, id_of(context));
  if (!plan) return fail(context, plan.error());
  for (const WithdrawalStep& step : plan->steps)
    print(context, kinds[static_cast<std::size_t>(step.kind)], step.what);
  if (std::ranges::find(plan->steps, WithdrawalStep::Kind::history, &WithdrawalStep::kind) !=
      plan->steps.end())
    context.out() << text(Text::consent_history_how, context.language) << '\n';
  if (const std::string folder = context.arguments.get("--site"); !folder.empty()) {
    for (const std::string& file : find_traces(plan->traces, folder))
      print(context, Text::consent_published_copy, file);
  }
  if (context.arguments.has("--dry-run")) {
    context.out() << text(Text::consent_would_withdraw, context.language) << '\n';
    return exit_clear;
  }
  if (const auto written = carry_out(*plan, request.repository); !written)
    return fail(context, written.error());
  erase(*plan, request.cache_folder);
  const int code = verify(context, request, *plan);
  if (code != exit_failed) context.out() << text(Text::consent_withdrawn, context.language) << '\n';
  return code;
}

}  // namespace

int run_consent(const Context& context) {
  Request request;
  if (!make_request(context, context.arguments.get("--repo"), request)) return exit_failed;
  request.revision.clear();  // --at is a day here
  const std::string& action = context.arguments.argument;
  if (action == "report") return report(context, std::move(request));
  if (context.arguments.rest.empty())
    return fail(context, say(context.language, Text::argument_missing, context.arguments.command->rest));
  return action == "form" ? form(context, request) : withdraw(context, request);
}

}  // namespace mektep::cli
