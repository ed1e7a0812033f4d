package cn.jiangxue.e2e;
import org.junit.jupiter.api.*; import org.junit.jupiter.api.extension.ExtendWith;
@ExtendWith(Stage.Shared.class)
class TmpTest { static Stage stage; @BeforeAll static void b(Stage s){stage=s;}
 @Test void own() { for (String u : java.util.List.of(Cast.TRAINER, Cast.OFFICER, Cast.TURNER, Cast.SECOND_TURNER)) Cast.chooseOwnPassword(stage, u); } }
