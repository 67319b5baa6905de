// Texts that several rules of this module share.
#pragma once
#include "base/finding.h"

namespace mektep::rules {

inline constexpr Message as_suggested{"{suggestion}", "{suggestion}", "{suggestion}"};
inline constexpr Message children_are_protected{
    // ICT-20…22
    "Адамдын аты жана сүрөтү анын (баланын ата-энесинин) жазуу жүзүндөгү макулдугу менен гана жарыяланат.",
    "Имя и изображение человека публикуются только с письменного согласия его самого (родителей ребёнка).",
    "A person's name and picture are published only with the written consent of that person (of a child's "
    "parents)."};

}  // namespace mektep::rules
