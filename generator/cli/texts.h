// Everything that the command line says by itself, in one place and in three languages. Texts of findings
// belong to their rules. A test fails when a text lacks a language or its languages disagree about the
// placeholders {0}, {1}…
#pragma once
#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep::cli {

enum class Text : std::uint8_t {
  about,
  usage,
  commands,
  options,
  global_options,
  arguments,
  more_help,
  see_also_manual,
  // summaries of commands
  new_summary,
  check_summary,
  build_summary,
  serve_summary,
  explain_summary,
  statistics_summary,
  theme_summary,
  consent_summary,
  completion_summary,
  help_summary,
  version_summary,
  // what their arguments are
  argument_folder,
  argument_repository,
  argument_subject,
  argument_action,
  argument_files,
  argument_theme,
  argument_consent,
  argument_shell,
  argument_command,
  // options
  option_lang,
  option_data,
  option_help,
  option_version,
  option_name,
  option_name_ru,
  option_base_url_new,
  option_format,
  option_limit,
  option_today,
  option_at,
  option_jobs,
  option_cache,
  option_no_cache,
  option_out,
  option_base_url,
  option_draft,
  option_links,
  option_why,
  option_port,
  option_open,
  option_list,
  option_consent_repo,
  option_consent_out,
  option_consent_at,
  option_consent_format,
  option_consent_site,
  option_consent_dry_run,
  option_man,
  option_into,
  option_profile,
  option_year,
  option_period,
  option_class,
  option_dry_run,
  option_unpublished,
  option_statistics_out,
  option_figure_format,
  option_denominator,
  exit_codes,
  exit_0,
  exit_1,
  exit_2,
  // mistakes in arguments
  unknown_command,
  unknown_option,
  did_you_mean,
  try_help,
  value_missing,
  argument_missing,
  too_many_arguments,
  not_a_choice,
  not_a_date,
  not_a_number,
  not_a_url,
  unexpected_value,
  given_twice,
  // reports
  severity_blocks,
  severity_warns,
  severity_notes,
  label_field,
  label_expected,
  label_found,
  label_hint,
  label_clause,
  label_explain,
  more_findings,
  no_findings,
  verdict_blocked,
  verdict_clear,
  repository_as_a_whole,
  built,
  built_draft,
  not_built,
  why_nothing,
  why_first,
  why_folder,
  why_added,
  why_changed,
  why_removed,
  why_more,
  // running
  no_data_folder,
  no_such_data_folder,
  cannot_run,
  folder_not_empty,
  cannot_write,
  no_starter,
  git_failed,
  created,
  created_next,
  first_commit,
  default_name,
  phase_read,
  phase_check,
  phase_render,
  phase_write,
  // statistics
  not_a_year,
  not_a_period,
  not_a_class,
  statistics_read,
  statistics_refused,
  statistics_stored_rows,
  statistics_would_store,
  statistics_nothing_new,
  statistics_no_terms,
  statistics_kept,
  statistics_mapping_hint,
  statistics_out_inside,
  statistics_archived,
  statistics_no_forecast,
  statistics_required_columns,
  // serve
  serve_ready,
  serve_stop,
  serve_built,
  serve_kept,
  serve_port_taken,
  serve_cannot_watch,
  // explain
  explain_unknown,
  explain_rule,
  explain_item,
  explain_why,
  explain_mend,
  explain_severity,
  explain_requirement,
  explain_must,
  explain_should,
  explain_group,
  explain_sources,
  explain_review,
  explain_absence,
  explain_personal,
  rule_blocks,
  rule_warns,
  rule_notes,
  explain_file,
  explain_address,
  explain_place,
  explain_made_from,
  hosting_ftp,
  hosting_static,
  hosting_own,
  hosting_disk,
  output_lost,
  translation_original,
  translation_current,
  translation_unmarked,
  translation_stale,
  translation_missing,
  theme_not_found,
  theme_created,
  theme_created_next,
  // consent
  consent_not_found,
  consent_form_written,
  consent_record,
  consent_person,
  consent_picture,
  consent_text,
  consent_page,
  consent_object,
  consent_by_hand,
  consent_history,
  consent_elsewhere,
  consent_published_copy,
  consent_trace_left,
  consent_nothing_left,
  consent_would_withdraw,
  consent_withdrawn,
  count_
};

std::string_view text(Text which, Language language);

// `text` with {0}, {1}… filled in.
template <class... Values>
std::string say(Language language, Text which, const Values&... values) {
  return fmt::vformat(fmt::string_view(text(which, language)), fmt::make_format_args(values...));
}

// Texts with a number in front, as the grammar of each language wants it.
enum class Counted : std::uint8_t { errors, warnings, notes, pages, count_ };
std::string say_count(Language language, Counted what, std::int64_t count);

struct TextEntry {
  Text which;
  Message message;
};
std::span<const TextEntry> all_texts();  // for the tests

}  // namespace mektep::cli
