// A copy of pipelines/, made by the compiler. A test compares this list with the folder.
#include "pipelines.h"

static const unsigned char b_obec_buildings_yaml[] = {
#embed "../../pipelines/b-obec-buildings.yaml"
};
static const unsigned char codes_age_group_csv[] = {
#embed "../../pipelines/codes/age-group.csv"
};
static const unsigned char codes_answer_csv[] = {
#embed "../../pipelines/codes/answer.csv"
};
static const unsigned char codes_blood_csv[] = {
#embed "../../pipelines/codes/blood.csv"
};
static const unsigned char codes_building_condition_csv[] = {
#embed "../../pipelines/codes/building-condition.csv"
};
static const unsigned char codes_building_kind_csv[] = {
#embed "../../pipelines/codes/building-kind.csv"
};
static const unsigned char codes_building_use_csv[] = {
#embed "../../pipelines/codes/building-use.csv"
};
static const unsigned char codes_decision_csv[] = {
#embed "../../pipelines/codes/decision.csv"
};
static const unsigned char codes_disability_csv[] = {
#embed "../../pipelines/codes/disability.csv"
};
static const unsigned char codes_disadvantage_csv[] = {
#embed "../../pipelines/codes/disadvantage.csv"
};
static const unsigned char codes_dmc_area_rooms_csv[] = {
#embed "../../pipelines/codes/dmc-area-rooms.csv"
};
static const unsigned char codes_dmc_area_csv[] = {
#embed "../../pipelines/codes/dmc-area.csv"
};
static const unsigned char codes_duplicate_result_csv[] = {
#embed "../../pipelines/codes/duplicate-result.csv"
};
static const unsigned char codes_emis_equipment_csv[] = {
#embed "../../pipelines/codes/emis/equipment.csv"
};
static const unsigned char codes_emis_position_csv[] = {
#embed "../../pipelines/codes/emis/position.csv"
};
static const unsigned char codes_emis_pupils_sex_csv[] = {
#embed "../../pipelines/codes/emis/pupils-sex.csv"
};
static const unsigned char codes_grade_csv[] = {
#embed "../../pipelines/codes/grade.csv"
};
static const unsigned char codes_journey_csv[] = {
#embed "../../pipelines/codes/journey.csv"
};
static const unsigned char codes_level_csv[] = {
#embed "../../pipelines/codes/level.csv"
};
static const unsigned char codes_levels_offered_csv[] = {
#embed "../../pipelines/codes/levels-offered.csv"
};
static const unsigned char codes_nationality_csv[] = {
#embed "../../pipelines/codes/nationality.csv"
};
static const unsigned char codes_occupation_csv[] = {
#embed "../../pipelines/codes/occupation.csv"
};
static const unsigned char codes_parents_status_csv[] = {
#embed "../../pipelines/codes/parents-status.csv"
};
static const unsigned char codes_registration_csv[] = {
#embed "../../pipelines/codes/registration.csv"
};
static const unsigned char codes_relation_csv[] = {
#embed "../../pipelines/codes/relation.csv"
};
static const unsigned char codes_religion_csv[] = {
#embed "../../pipelines/codes/religion.csv"
};
static const unsigned char codes_sex_csv[] = {
#embed "../../pipelines/codes/sex.csv"
};
static const unsigned char codes_size_primary_csv[] = {
#embed "../../pipelines/codes/size/primary.csv"
};
static const unsigned char codes_size_secondary_csv[] = {
#embed "../../pipelines/codes/size/secondary.csv"
};
static const unsigned char codes_size_seven_csv[] = {
#embed "../../pipelines/codes/size/seven.csv"
};
static const unsigned char codes_size_small_csv[] = {
#embed "../../pipelines/codes/size/small.csv"
};
static const unsigned char codes_title_csv[] = {
#embed "../../pipelines/codes/title.csv"
};
static const unsigned char dmc_students_long_yaml[] = {
#embed "../../pipelines/dmc-students-long.yaml"
};
static const unsigned char dmc_students_yaml[] = {
#embed "../../pipelines/dmc-students.yaml"
};
static const unsigned char emis_schools_yaml[] = {
#embed "../../pipelines/emis-schools.yaml"
};
static const unsigned char growth_example_csv[] = {
#embed "../../pipelines/growth/example.csv"
};
static const unsigned char matching_following_yaml[] = {
#embed "../../pipelines/matching/following.yaml"
};
static const unsigned char matching_student_yaml[] = {
#embed "../../pipelines/matching/student.yaml"
};
static const unsigned char pages_causes_yaml[] = {
#embed "../../pipelines/pages/causes.yaml"
};
static const unsigned char pages_compare_yaml[] = {
#embed "../../pipelines/pages/compare.yaml"
};
static const unsigned char pages_gates_yaml[] = {
#embed "../../pipelines/pages/gates.yaml"
};
static const unsigned char pages_inspect_yaml[] = {
#embed "../../pipelines/pages/inspect.yaml"
};
static const unsigned char pages_matching_yaml[] = {
#embed "../../pipelines/pages/matching.yaml"
};
static const unsigned char pages_page_mustache[] = {
#embed "../../pipelines/pages/page.mustache"
};
static const unsigned char pages_rounds_yaml[] = {
#embed "../../pipelines/pages/rounds.yaml"
};
static const unsigned char pages_rules_yaml[] = {
#embed "../../pipelines/pages/rules.yaml"
};
static const unsigned char pages_trace_yaml[] = {
#embed "../../pipelines/pages/trace.yaml"
};
static const unsigned char pages_words_yaml[] = {
#embed "../../pipelines/pages/words.yaml"
};
static const unsigned char rates_synthetic_csv[] = {
#embed "../../pipelines/rates/synthetic.csv"
};
static const unsigned char reports_book_long_yaml[] = {
#embed "../../pipelines/reports/book-long.yaml"
};
static const unsigned char reports_book_yaml[] = {
#embed "../../pipelines/reports/book.yaml"
};
static const unsigned char reports_buildings_yaml[] = {
#embed "../../pipelines/reports/buildings.yaml"
};
static const unsigned char reports_director_yaml[] = {
#embed "../../pipelines/reports/director.yaml"
};
static const unsigned char reports_duplicates_yaml[] = {
#embed "../../pipelines/reports/duplicates.yaml"
};
static const unsigned char reports_emis_yaml[] = {
#embed "../../pipelines/reports/emis.yaml"
};
static const unsigned char reports_reconciliation_yaml[] = {
#embed "../../pipelines/reports/reconciliation.yaml"
};
static const unsigned char reports_school_yaml[] = {
#embed "../../pipelines/reports/school.yaml"
};
static const unsigned char reports_students_yaml[] = {
#embed "../../pipelines/reports/students.yaml"
};
static const unsigned char rounds_b_obec_yaml[] = {
#embed "../../pipelines/rounds/b-obec.yaml"
};
static const unsigned char rounds_dmc_yaml[] = {
#embed "../../pipelines/rounds/dmc.yaml"
};
static const unsigned char rounds_emis_yaml[] = {
#embed "../../pipelines/rounds/emis.yaml"
};
static const unsigned char rounds_year_yaml[] = {
#embed "../../pipelines/rounds/year.yaml"
};
static const unsigned char rules_answers_yaml[] = {
#embed "../../pipelines/rules/answers.yaml"
};
static const unsigned char rules_b_obec_school_rows_yaml[] = {
#embed "../../pipelines/rules/b-obec/school-rows.yaml"
};
static const unsigned char rules_b_obec_school_yaml[] = {
#embed "../../pipelines/rules/b-obec/school.yaml"
};
static const unsigned char rules_columns_yaml[] = {
#embed "../../pipelines/rules/columns.yaml"
};
static const unsigned char rules_dmc_decisions_yaml[] = {
#embed "../../pipelines/rules/dmc/decisions.yaml"
};
static const unsigned char rules_dmc_growth_yaml[] = {
#embed "../../pipelines/rules/dmc/growth.yaml"
};
static const unsigned char rules_dmc_previous_yaml[] = {
#embed "../../pipelines/rules/dmc/previous.yaml"
};
static const unsigned char rules_dmc_published_yaml[] = {
#embed "../../pipelines/rules/dmc/published.yaml"
};
static const unsigned char rules_dmc_reconciliation_yaml[] = {
#embed "../../pipelines/rules/dmc/reconciliation.yaml"
};
static const unsigned char rules_dmc_registrations_yaml[] = {
#embed "../../pipelines/rules/dmc/registrations.yaml"
};
static const unsigned char rules_dmc_round_yaml[] = {
#embed "../../pipelines/rules/dmc/round.yaml"
};
static const unsigned char rules_dmc_since_previous_yaml[] = {
#embed "../../pipelines/rules/dmc/since-previous.yaml"
};
static const unsigned char rules_dmc_student_flags_yaml[] = {
#embed "../../pipelines/rules/dmc/student-flags.yaml"
};
static const unsigned char rules_dmc_student_long_yaml[] = {
#embed "../../pipelines/rules/dmc/student-long.yaml"
};
static const unsigned char rules_dmc_student_yaml[] = {
#embed "../../pipelines/rules/dmc/student.yaml"
};
static const unsigned char rules_dmc_submission_yaml[] = {
#embed "../../pipelines/rules/dmc/submission.yaml"
};
static const unsigned char rules_emis_basic_rows_yaml[] = {
#embed "../../pipelines/rules/emis/basic-rows.yaml"
};
static const unsigned char rules_emis_basic_yaml[] = {
#embed "../../pipelines/rules/emis/basic.yaml"
};
static const unsigned char rules_emis_buildings_yaml[] = {
#embed "../../pipelines/rules/emis/buildings.yaml"
};
static const unsigned char rules_emis_equipment_rows_yaml[] = {
#embed "../../pipelines/rules/emis/equipment-rows.yaml"
};
static const unsigned char rules_emis_equipment_yaml[] = {
#embed "../../pipelines/rules/emis/equipment.yaml"
};
static const unsigned char rules_emis_ict_rows_yaml[] = {
#embed "../../pipelines/rules/emis/ict-rows.yaml"
};
static const unsigned char rules_emis_ict_yaml[] = {
#embed "../../pipelines/rules/emis/ict.yaml"
};
static const unsigned char rules_emis_reconciliation_yaml[] = {
#embed "../../pipelines/rules/emis/reconciliation.yaml"
};
static const unsigned char rules_emis_round_yaml[] = {
#embed "../../pipelines/rules/emis/round.yaml"
};
static const unsigned char rules_emis_service_area_rows_yaml[] = {
#embed "../../pipelines/rules/emis/service-area-rows.yaml"
};
static const unsigned char rules_emis_service_area_yaml[] = {
#embed "../../pipelines/rules/emis/service-area.yaml"
};
static const unsigned char rules_emis_staff_rows_yaml[] = {
#embed "../../pipelines/rules/emis/staff-rows.yaml"
};
static const unsigned char rules_emis_staff_yaml[] = {
#embed "../../pipelines/rules/emis/staff.yaml"
};
static const unsigned char rules_emis_students_by_grade_rows_yaml[] = {
#embed "../../pipelines/rules/emis/students-by-grade-rows.yaml"
};
static const unsigned char rules_emis_students_by_grade_yaml[] = {
#embed "../../pipelines/rules/emis/students-by-grade.yaml"
};
static const unsigned char rules_ingest_yaml[] = {
#embed "../../pipelines/rules/ingest.yaml"
};
static const unsigned char rules_obec_asset_buildings_rows_yaml[] = {
#embed "../../pipelines/rules/obec-asset/buildings-rows.yaml"
};
static const unsigned char rules_obec_asset_buildings_yaml[] = {
#embed "../../pipelines/rules/obec-asset/buildings.yaml"
};
static const unsigned char rules_register_yaml[] = {
#embed "../../pipelines/rules/register.yaml"
};
static const unsigned char rules_school_code_yaml[] = {
#embed "../../pipelines/rules/school-code.yaml"
};
static const unsigned char rules_school_files_yaml[] = {
#embed "../../pipelines/rules/school-files.yaml"
};
static const unsigned char rules_school_yaml[] = {
#embed "../../pipelines/rules/school.yaml"
};
static const unsigned char rules_values_yaml[] = {
#embed "../../pipelines/rules/values.yaml"
};
static const unsigned char schemas_answers_yaml[] = {
#embed "../../pipelines/schemas/answers.yaml"
};
static const unsigned char schemas_b_obec_school_yaml[] = {
#embed "../../pipelines/schemas/b-obec/school.yaml"
};
static const unsigned char schemas_decisions_yaml[] = {
#embed "../../pipelines/schemas/decisions.yaml"
};
static const unsigned char schemas_dmc_area_yaml[] = {
#embed "../../pipelines/schemas/dmc/area.yaml"
};
static const unsigned char schemas_dmc_master_yaml[] = {
#embed "../../pipelines/schemas/dmc/master.yaml"
};
static const unsigned char schemas_dmc_student_long_yaml[] = {
#embed "../../pipelines/schemas/dmc/student-long.yaml"
};
static const unsigned char schemas_dmc_student_yaml[] = {
#embed "../../pipelines/schemas/dmc/student.yaml"
};
static const unsigned char schemas_duplicate_results_yaml[] = {
#embed "../../pipelines/schemas/duplicate-results.yaml"
};
static const unsigned char schemas_emis_basic_yaml[] = {
#embed "../../pipelines/schemas/emis/basic.yaml"
};
static const unsigned char schemas_emis_buildings_yaml[] = {
#embed "../../pipelines/schemas/emis/buildings.yaml"
};
static const unsigned char schemas_emis_efa_yaml[] = {
#embed "../../pipelines/schemas/emis/efa.yaml"
};
static const unsigned char schemas_emis_equipment_yaml[] = {
#embed "../../pipelines/schemas/emis/equipment.yaml"
};
static const unsigned char schemas_emis_ict_yaml[] = {
#embed "../../pipelines/schemas/emis/ict.yaml"
};
static const unsigned char schemas_emis_schools_yaml[] = {
#embed "../../pipelines/schemas/emis/schools.yaml"
};
static const unsigned char schemas_emis_service_area_yaml[] = {
#embed "../../pipelines/schemas/emis/service-area.yaml"
};
static const unsigned char schemas_emis_staff_yaml[] = {
#embed "../../pipelines/schemas/emis/staff.yaml"
};
static const unsigned char schemas_emis_students_by_grade_yaml[] = {
#embed "../../pipelines/schemas/emis/students-by-grade.yaml"
};
static const unsigned char schemas_g_code_yaml[] = {
#embed "../../pipelines/schemas/g-code.yaml"
};
static const unsigned char schemas_obec_asset_buildings_yaml[] = {
#embed "../../pipelines/schemas/obec-asset/buildings.yaml"
};
static const unsigned char schemas_personnel_p_obec_yaml[] = {
#embed "../../pipelines/schemas/personnel/p-obec.yaml"
};
static const unsigned char schemas_poor_students_yaml[] = {
#embed "../../pipelines/schemas/poor-students.yaml"
};
static const unsigned char schemas_population_yaml[] = {
#embed "../../pipelines/schemas/population.yaml"
};
static const unsigned char schemas_school_yaml[] = {
#embed "../../pipelines/schemas/school.yaml"
};
static const unsigned char tables_annual_book_long_yaml[] = {
#embed "../../pipelines/tables/annual-book-long.yaml"
};
static const unsigned char tables_annual_book_yaml[] = {
#embed "../../pipelines/tables/annual-book.yaml"
};
static const unsigned char tables_buildings_yaml[] = {
#embed "../../pipelines/tables/buildings.yaml"
};
static const unsigned char tables_dimensions_yaml[] = {
#embed "../../pipelines/tables/dimensions.yaml"
};
static const unsigned char tables_dmc_summary_yaml[] = {
#embed "../../pipelines/tables/dmc-summary.yaml"
};
static const unsigned char tables_emis_yaml[] = {
#embed "../../pipelines/tables/emis.yaml"
};
static const unsigned char tables_money_yaml[] = {
#embed "../../pipelines/tables/money.yaml"
};
static const unsigned char tables_other_systems_yaml[] = {
#embed "../../pipelines/tables/other-systems.yaml"
};
static const unsigned char tables_reconciliation_yaml[] = {
#embed "../../pipelines/tables/reconciliation.yaml"
};

#define KRONG_FILE(path, bytes) {path, bytes, sizeof bytes}

static const KrongEmbeddedFile files[] = {
    KRONG_FILE("b-obec-buildings.yaml", b_obec_buildings_yaml),
    KRONG_FILE("codes/age-group.csv", codes_age_group_csv),
    KRONG_FILE("codes/answer.csv", codes_answer_csv),
    KRONG_FILE("codes/blood.csv", codes_blood_csv),
    KRONG_FILE("codes/building-condition.csv", codes_building_condition_csv),
    KRONG_FILE("codes/building-kind.csv", codes_building_kind_csv),
    KRONG_FILE("codes/building-use.csv", codes_building_use_csv),
    KRONG_FILE("codes/decision.csv", codes_decision_csv),
    KRONG_FILE("codes/disability.csv", codes_disability_csv),
    KRONG_FILE("codes/disadvantage.csv", codes_disadvantage_csv),
    KRONG_FILE("codes/dmc-area-rooms.csv", codes_dmc_area_rooms_csv),
    KRONG_FILE("codes/dmc-area.csv", codes_dmc_area_csv),
    KRONG_FILE("codes/duplicate-result.csv", codes_duplicate_result_csv),
    KRONG_FILE("codes/emis/equipment.csv", codes_emis_equipment_csv),
    KRONG_FILE("codes/emis/position.csv", codes_emis_position_csv),
    KRONG_FILE("codes/emis/pupils-sex.csv", codes_emis_pupils_sex_csv),
    KRONG_FILE("codes/grade.csv", codes_grade_csv),
    KRONG_FILE("codes/journey.csv", codes_journey_csv),
    KRONG_FILE("codes/level.csv", codes_level_csv),
    KRONG_FILE("codes/levels-offered.csv", codes_levels_offered_csv),
    KRONG_FILE("codes/nationality.csv", codes_nationality_csv),
    KRONG_FILE("codes/occupation.csv", codes_occupation_csv),
    KRONG_FILE("codes/parents-status.csv", codes_parents_status_csv),
    KRONG_FILE("codes/registration.csv", codes_registration_csv),
    KRONG_FILE("codes/relation.csv", codes_relation_csv),
    KRONG_FILE("codes/religion.csv", codes_religion_csv),
    KRONG_FILE("codes/sex.csv", codes_sex_csv),
    KRONG_FILE("codes/size/primary.csv", codes_size_primary_csv),
    KRONG_FILE("codes/size/secondary.csv", codes_size_secondary_csv),
    KRONG_FILE("codes/size/seven.csv", codes_size_seven_csv),
    KRONG_FILE("codes/size/small.csv", codes_size_small_csv),
    KRONG_FILE("codes/title.csv", codes_title_csv),
    KRONG_FILE("dmc-students-long.yaml", dmc_students_long_yaml),
    KRONG_FILE("dmc-students.yaml", dmc_students_yaml),
    KRONG_FILE("emis-schools.yaml", emis_schools_yaml),
    KRONG_FILE("growth/example.csv", growth_example_csv),
    KRONG_FILE("matching/following.yaml", matching_following_yaml),
    KRONG_FILE("matching/student.yaml", matching_student_yaml),
    KRONG_FILE("pages/causes.yaml", pages_causes_yaml),
    KRONG_FILE("pages/compare.yaml", pages_compare_yaml),
    KRONG_FILE("pages/gates.yaml", pages_gates_yaml),
    KRONG_FILE("pages/inspect.yaml", pages_inspect_yaml),
    KRONG_FILE("pages/matching.yaml", pages_matching_yaml),
    KRONG_FILE("pages/page.mustache", pages_page_mustache),
    KRONG_FILE("pages/rounds.yaml", pages_rounds_yaml),
    KRONG_FILE("pages/rules.yaml", pages_rules_yaml),
    KRONG_FILE("pages/trace.yaml", pages_trace_yaml),
    KRONG_FILE("pages/words.yaml", pages_words_yaml),
    KRONG_FILE("rates/synthetic.csv", rates_synthetic_csv),
    KRONG_FILE("reports/book-long.yaml", reports_book_long_yaml),
    KRONG_FILE("reports/book.yaml", reports_book_yaml),
    KRONG_FILE("reports/buildings.yaml", reports_buildings_yaml),
    KRONG_FILE("reports/director.yaml", reports_director_yaml),
    KRONG_FILE("reports/duplicates.yaml", reports_duplicates_yaml),
    KRONG_FILE("reports/emis.yaml", reports_emis_yaml),
    KRONG_FILE("reports/reconciliation.yaml", reports_reconciliation_yaml),
    KRONG_FILE("reports/school.yaml", reports_school_yaml),
    KRONG_FILE("reports/students.yaml", reports_students_yaml),
    KRONG_FILE("rounds/b-obec.yaml", rounds_b_obec_yaml),
    KRONG_FILE("rounds/dmc.yaml", rounds_dmc_yaml),
    KRONG_FILE("rounds/emis.yaml", rounds_emis_yaml),
    KRONG_FILE("rounds/year.yaml", rounds_year_yaml),
    KRONG_FILE("rules/answers.yaml", rules_answers_yaml),
    KRONG_FILE("rules/b-obec/school-rows.yaml", rules_b_obec_school_rows_yaml),
    KRONG_FILE("rules/b-obec/school.yaml", rules_b_obec_school_yaml),
    KRONG_FILE("rules/columns.yaml", rules_columns_yaml),
    KRONG_FILE("rules/dmc/decisions.yaml", rules_dmc_decisions_yaml),
    KRONG_FILE("rules/dmc/growth.yaml", rules_dmc_growth_yaml),
    KRONG_FILE("rules/dmc/previous.yaml", rules_dmc_previous_yaml),
    KRONG_FILE("rules/dmc/published.yaml", rules_dmc_published_yaml),
    KRONG_FILE("rules/dmc/reconciliation.yaml", rules_dmc_reconciliation_yaml),
    KRONG_FILE("rules/dmc/registrations.yaml", rules_dmc_registrations_yaml),
    KRONG_FILE("rules/dmc/round.yaml", rules_dmc_round_yaml),
    KRONG_FILE("rules/dmc/since-previous.yaml", rules_dmc_since_previous_yaml),
    KRONG_FILE("rules/dmc/student-flags.yaml", rules_dmc_student_flags_yaml),
    KRONG_FILE("rules/dmc/student-long.yaml", rules_dmc_student_long_yaml),
    KRONG_FILE("rules/dmc/student.yaml", rules_dmc_student_yaml),
    KRONG_FILE("rules/dmc/submission.yaml", rules_dmc_submission_yaml),
    KRONG_FILE("rules/emis/basic-rows.yaml", rules_emis_basic_rows_yaml),
    KRONG_FILE("rules/emis/basic.yaml", rules_emis_basic_yaml),
    KRONG_FILE("rules/emis/buildings.yaml", rules_emis_buildings_yaml),
    KRONG_FILE("rules/emis/equipment-rows.yaml", rules_emis_equipment_rows_yaml),
    KRONG_FILE("rules/emis/equipment.yaml", rules_emis_equipment_yaml),
    KRONG_FILE("rules/emis/ict-rows.yaml", rules_emis_ict_rows_yaml),
    KRONG_FILE("rules/emis/ict.yaml", rules_emis_ict_yaml),
    KRONG_FILE("rules/emis/reconciliation.yaml", rules_emis_reconciliation_yaml),
    KRONG_FILE("rules/emis/round.yaml", rules_emis_round_yaml),
    KRONG_FILE("rules/emis/service-area-rows.yaml", rules_emis_service_area_rows_yaml),
    KRONG_FILE("rules/emis/service-area.yaml", rules_emis_service_area_yaml),
    KRONG_FILE("rules/emis/staff-rows.yaml", rules_emis_staff_rows_yaml),
    KRONG_FILE("rules/emis/staff.yaml", rules_emis_staff_yaml),
    KRONG_FILE("rules/emis/students-by-grade-rows.yaml", rules_emis_students_by_grade_rows_yaml),
    KRONG_FILE("rules/emis/students-by-grade.yaml", rules_emis_students_by_grade_yaml),
    KRONG_FILE("rules/ingest.yaml", rules_ingest_yaml),
    KRONG_FILE("rules/obec-asset/buildings-rows.yaml", rules_obec_asset_buildings_rows_yaml),
    KRONG_FILE("rules/obec-asset/buildings.yaml", rules_obec_asset_buildings_yaml),
    KRONG_FILE("rules/register.yaml", rules_register_yaml),
    KRONG_FILE("rules/school-code.yaml", rules_school_code_yaml),
    KRONG_FILE("rules/school-files.yaml", rules_school_files_yaml),
    KRONG_FILE("rules/school.yaml", rules_school_yaml),
    KRONG_FILE("rules/values.yaml", rules_values_yaml),
    KRONG_FILE("schemas/answers.yaml", schemas_answers_yaml),
    KRONG_FILE("schemas/b-obec/school.yaml", schemas_b_obec_school_yaml),
    KRONG_FILE("schemas/decisions.yaml", schemas_decisions_yaml),
    KRONG_FILE("schemas/dmc/area.yaml", schemas_dmc_area_yaml),
    KRONG_FILE("schemas/dmc/master.yaml", schemas_dmc_master_yaml),
    KRONG_FILE("schemas/dmc/student-long.yaml", schemas_dmc_student_long_yaml),
    KRONG_FILE("schemas/dmc/student.yaml", schemas_dmc_student_yaml),
    KRONG_FILE("schemas/duplicate-results.yaml", schemas_duplicate_results_yaml),
    KRONG_FILE("schemas/emis/basic.yaml", schemas_emis_basic_yaml),
    KRONG_FILE("schemas/emis/buildings.yaml", schemas_emis_buildings_yaml),
    KRONG_FILE("schemas/emis/efa.yaml", schemas_emis_efa_yaml),
    KRONG_FILE("schemas/emis/equipment.yaml", schemas_emis_equipment_yaml),
    KRONG_FILE("schemas/emis/ict.yaml", schemas_emis_ict_yaml),
    KRONG_FILE("schemas/emis/schools.yaml", schemas_emis_schools_yaml),
    KRONG_FILE("schemas/emis/service-area.yaml", schemas_emis_service_area_yaml),
    KRONG_FILE("schemas/emis/staff.yaml", schemas_emis_staff_yaml),
    KRONG_FILE("schemas/emis/students-by-grade.yaml", schemas_emis_students_by_grade_yaml),
    KRONG_FILE("schemas/g-code.yaml", schemas_g_code_yaml),
    KRONG_FILE("schemas/obec-asset/buildings.yaml", schemas_obec_asset_buildings_yaml),
    KRONG_FILE("schemas/personnel/p-obec.yaml", schemas_personnel_p_obec_yaml),
    KRONG_FILE("schemas/poor-students.yaml", schemas_poor_students_yaml),
    KRONG_FILE("schemas/population.yaml", schemas_population_yaml),
    KRONG_FILE("schemas/school.yaml", schemas_school_yaml),
    KRONG_FILE("tables/annual-book-long.yaml", tables_annual_book_long_yaml),
    KRONG_FILE("tables/annual-book.yaml", tables_annual_book_yaml),
    KRONG_FILE("tables/buildings.yaml", tables_buildings_yaml),
    KRONG_FILE("tables/dimensions.yaml", tables_dimensions_yaml),
    KRONG_FILE("tables/dmc-summary.yaml", tables_dmc_summary_yaml),
    KRONG_FILE("tables/emis.yaml", tables_emis_yaml),
    KRONG_FILE("tables/money.yaml", tables_money_yaml),
    KRONG_FILE("tables/other-systems.yaml", tables_other_systems_yaml),
    KRONG_FILE("tables/reconciliation.yaml", tables_reconciliation_yaml),
};

size_t krong_embedded_count(void) { return sizeof files / sizeof files[0]; }

KrongEmbeddedFile krong_embedded_file(size_t index) { return files[index]; }
