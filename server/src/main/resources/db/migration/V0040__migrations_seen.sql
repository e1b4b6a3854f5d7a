-- A running server looks whether the tables are still those that it was made for.
grant select on flyway_schema_history to feiyan_app;
