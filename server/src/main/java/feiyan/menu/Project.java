package feiyan.menu;

import org.jspecify.annotations.Nullable;

/**
 * A service that can be ordered, with what it takes: the skill, the time, how many people.
 *
 * @param qualification the statutory certificate without which nobody may serve here
 * @param confidential whether words, name and rating stay hidden even from the hierarchy: counselling, mediation
 * @param withdrawn no longer on the menu; orders placed before go on
 */
public record Project(
        ProjectId id,
        String code,
        String category,
        String name,
        String skill,
        int minutes,
        int headcount,
        boolean remote,
        @Nullable String qualification,
        boolean hazardous,
        boolean confidential,
        boolean withdrawn) {}
