// Texts that several rules of this module share.
#pragma once
#include "base/finding.h"

namespace mektep::rules {

inline constexpr Message why_row{
    "Ар бир сан отчётко кирет (JRN-43), ката кеткен саптан ката отчёт чыгат",
    "Каждое число входит в отчёт (JRN-43), из ошибочной строки получится ошибочный отчёт",
    "Each number enters the report (JRN-43); a wrong row makes a wrong report"};

}  // namespace mektep::rules
