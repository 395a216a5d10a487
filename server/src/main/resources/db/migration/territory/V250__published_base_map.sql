-- What other modules may read of the base map; shapes are WKB in WGS84 degrees.
create view territory.pub_base_feature as
select feature_id, layer, class, name, shape
from territory.base_feature;

-- Grows with every change of the geography.
create view territory.pub_revision as
select revision
from territory.city;
