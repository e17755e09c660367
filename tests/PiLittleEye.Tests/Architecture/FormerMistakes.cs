namespace PiLittleEye.Tests.Architecture;

/// <summary>
/// What went wrong with access in the systems that this one learnt from (numbers as in the list of seeds), and the tests that fail on
/// such behaviour. A test that is renamed or thrown away is missed here.
/// </summary>
internal static class FormerMistakes
{
    public static readonly (string Mistake, string What, string[] Tests)[] All =
    [
        ("PLE-W1", "the way back in after one's own list crashed", ["What_the_command_line_switched_off_is_off_at_the_next_look"]),
        ("PLE-W3", "sessions ended at once west of Greenwich", ["Whoever_lives_in_another_time_zone_stays_signed_in"]),
        (
            "PLE-W5",
            "the first visitor became the administrator",
            ["A_wrong_code_claims_nothing", "Of_two_claims_at_the_same_moment_one_wins"]
        ),
        (
            "PLE-W6",
            "administrators could be guessed at without end",
            ["Of_a_hundred_guesses_at_once_three_are_checked", "Whoever_guesses_as_fast_as_allowed_has_less_than_thirty_guesses_a_day"]
        ),
        ("PLE-W7", "a password that was not changed was said to be", ["A_password_that_is_wrong_or_of_no_use_changes_nothing"]),
        ("PLE-W8", "a new password ended no other session", ["A_changed_password_ends_the_other_sessions_and_exchanges_this_ones_token"]),
        ("PLE-W9", "only 72 bytes of a password counted", ["A_thousand_characters_are_a_password_and_every_one_counts"]),
        ("PLE-W10", "the time of a refusal told which names exist", ["An_unknown_name_takes_as_long_as_a_known_one_the_first_time_too"]),
        ("PLE-W11", "each sign-in froze every stream", ["While_passwords_are_checked_the_picture_moves_on"]),
        ("PLE-W12", "keys had no name, owner, end or last use", ["Bearer_and_basic_open_what_the_key_may"]),
        (
            "PLE-W13",
            "lists, ends and locks left streams running",
            ["Fifty_streams_end_with_the_right_they_were_opened_under_and_others_go_on"]
        ),
        ("PLE-W14", "whoever came back quickly kept the old stream alive", ["Whoever_comes_back_at_once_brings_no_ended_stream_to_life"]),
        ("PLE-W15", "behind a proxy everybody was the proxy", ["The_one_header_that_the_proxy_sets_is_read"]),
        ("PLE-W22", "a body in chunks had no bound", ["A_body_of_more_than_64_KB_is_refused"]),
        ("PLE-W23", "strangers filled the disk with log", ["A_scanner_raises_one_alert_and_one_row_and_not_a_row_for_each_try"]),
        ("PLE-W24", "other sites could sign people in and out", ["No_route_that_changes_something_takes_it_from_another_site"]),
        ("PLE-W25", "a refused stream answered 200", ["Everybody_is_answered_as_the_table_says"]),
        (
            "PLE-W26",
            "no security headers, scripts in the page",
            ["Every_answer_good_or_bad_binds_the_browser", "Nothing_in_it_is_what_its_own_policy_forbids"]
        ),
        ("PLE-W28", "alerts were stored and never seen", ["An_alert_is_a_number_on_the_way_to_the_log_until_it_has_been_seen"]),
        ("PLE-W31", "started elsewhere it was a new, unclaimed camera", ["It_lies_in_the_state_directory"]),
        ("PLE-W32", "every look at a session wrote to the card", ["A_session_in_constant_use_is_written_four_times_an_hour_at_most"]),
        ("FC-W1", "only the page asked for a password, the stream did not", ["Every_route_needs_a_session_but_for_those_on_the_list"]),
        ("FC-W2", "a forged header was a way in", ["Nobody_is_trusted_by_default"]),
        ("FC-W3", "other sites could change settings", ["A_change_from_another_site_is_refused"]),
        ("FC-W7", "the sixth viewer stopped the site", ["However_many_watch_the_page_answers"]),
        ("FC-W8", "a rate that is no number ended the stream", ["A_rate_that_is_none_is_refused"]),
        ("FC-W9", "passwords stood on the command line", ["A_password_on_the_command_line_is_no_argument"]),
        (
            "FC-W10",
            "TLS of yesterday, HSTS on a certificate nobody trusts",
            ["A_former_version_is_refused_by_name", "Not_with_one_whose_root_nobody_knows"]
        ),
        ("FC-W11", "no log-out, no log of sign-ins", ["Coming_going_and_being_refused_stand_in_the_log_and_what_was_typed_does_not"]),
        ("PCB-W1", "keys of 16 bits", ["A_secret_has_160_bits_and_no_two_are_alike"]),
        (
            "PCB-W2",
            "a code was good for ever with its own date",
            ["The_date_that_the_sender_wrote_counts_for_nothing", "A_code_is_refused_after_its_use_and_so_are_those_before_it"]
        ),
        ("PCB-W3", "codes failed in another time zone", ["The_date_that_the_sender_wrote_counts_for_nothing"]),
        (
            "PCB-W4",
            "an old photo was sent as a new one",
            [
                "A_right_code_is_answered_with_a_photo_taken_after_it",
                "A_silent_camera_is_waited_for_ten_seconds_and_no_old_picture_takes_its_place",
            ]
        ),
        (
            "PCB-W5",
            "one odd mail broke the batch",
            ["A_mail_that_vanishes_while_it_is_read_stops_nothing", "One_address_is_read_however_it_is_written"]
        ),
        (
            "PCB-W6",
            "codes of most mail programs were not found",
            ["What_phones_and_programs_send_is_answered", "All_of_them_are_judged_the_same_on_a_real_server"]
        ),
        ("PCB-W7", "large mails of a shared mailbox were deleted", ["Other_peoples_mails_are_neither_marked_nor_removed"]),
        ("PCB-W8", "codes and mails stood in the log", ["No_code_stands_anywhere_but_in_the_mail"]),
        ("PCB-W9", "settings that were read by nobody", ["What_is_set_is_in_force_and_shown"]),
        ("PCB-W10", "parts of a mail were taken by their order", ["A_mail_may_come_in_pieces_among_news_of_others"]),
        (
            "PCB-W11",
            "one way to log in, which no provider takes any more",
            ["A_photo_mail_arrives_octet_by_octet", "A_token_logs_in_where_the_server_knows_them"]
        ),
        ("PCB-W12", "whoever wrote a From was believed", ["A_forged_sender_has_no_guess_and_locks_nobody", "Who_was_not_is_not"]),
        ("PCB-W13", "a flood was fetched mail by mail", ["A_flood_of_strangers_is_not_fetched_mail_by_mail"]),
        (
            "PCB-W14",
            "guesses without end",
            [
                "Five_wrong_codes_lock_the_sender_for_a_day_with_one_alert_and_no_answer",
                "No_more_than_six_an_hour_for_one_and_thirty_for_all_and_the_code_is_used_up_all_the_same",
            ]
        ),
        (
            "PCB-W15",
            "secrets in a readable file, no QR code",
            [
                "A_secret_is_opened_for_its_own_row_alone_and_its_key_is_its_owners_alone",
                "A_sender_is_added_checked_and_listed_and_its_secret_is_shown_once",
            ]
        ),
        (
            "PCB-W16",
            "a mail waited for the next poll, a dead connection for ever",
            ["A_mail_is_answered_as_soon_as_the_server_tells_of_it", "It_looks_every_nine_minutes_whatever_the_server_says"]
        ),
        ("ACP-W1", "a piece of a secret was the secret", ["Everything_else_is_wrong", "Whatever_is_no_token_opens_nothing"]),
        ("ACP-W7", "one silent client stopped all others", ["Connections_that_say_nothing_keep_nobody_waiting"]),
        ("ACP-W16", "state changed by GET, secrets in the log", ["Looking_is_no_change", "No_token_is_ever_logged"]),
        ("ACP-W19", "a renewed certificate needed a restart", ["A_new_certificate_serves_the_next_connection_and_cuts_nobody_off"]),
        ("ACP-W20", "no bound on connections", ["So_many_come_in_also_at_the_same_moment_and_whoever_leaves_makes_room"]),
        ("ACP-W21", "passwords with a colon failed", ["A_password_may_have_colons_and_stops"]),
        ("KAR-W6", "revoked tokens went on working", ["A_key_made_beside_the_running_service_opens_it_at_once_and_ends_with_its_streams"]),
        ("KAR-W7", "a token did whatever its owner may", ["Bearer_and_basic_open_what_the_key_may"]),
        (
            "KAR-W8",
            "no throttling, no second factor, no rule for passwords",
            ["Codes_cannot_be_guessed_without_end", "What_is_tried_first_is_none"]
        ),
        ("KAR-W9", "a reset password ended nothing", ["A_reset_password_ends_the_sessions_and_must_be_changed"]),
        ("KAR-W10", "a deleted user's token was an error 500", ["The_session_of_a_deleted_account_is_none_and_no_error"]),
        (
            "KAR-W14",
            "secrets stood readable in the database",
            ["The_token_stands_nowhere_on_disk", "The_secret_stands_nowhere_in_the_database_and_its_key_is_its_owners_alone"]
        ),
        (
            "KAR-W20",
            "searches ran as patterns, pages repeated rows",
            ["Paging_gives_every_row_once_while_more_are_written", "Whatever_is_asked_is_either_understood_or_refused_with_a_sentence"]
        ),
        ("KAR-W23", "every site could read the answers", ["Every_answer_good_or_bad_binds_the_browser"]),
        ("KAR-W26", "nobody knew who had done what", ["What_people_do_with_a_camera_stands_in_the_log"]),
    ];
}
